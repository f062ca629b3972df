// The newest @spinajs/log on npm, with what the templates ask of a later one.
export * from 'published-log';

export const Perf = { measure: (_name, action) => action() };
