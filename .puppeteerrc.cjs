// The browser is fetched by the postinstall script instead, which may fail without failing `npm ci`.
module.exports = { skipDownload: true };
