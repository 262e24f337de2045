#!/bin/sh
# Writes what this host can tell Scanner about itself, as one JSON document (scanner.nodefacts/1) on standard output.
# It only reads; needs no root (with fewer rights it tells less, and never fails); asks no network but Slurm's own controller.
# What it could not see is null, never false. Values that may be secret are replaced by their length and hash.
# Settings: SCANNER_PROBE_ROOT (another root, for tests and images), SCANNER_PROBE_INSTANCE_ID, SCANNER_PROBE_ROOTS (more
# directories with versions of R and Python, between colons), SCANNER_PROBE_ACL (more directories to look for ACLs in).
LC_ALL=C; export LC_ALL
root=${SCANNER_PROBE_ROOT:-}
tab=$(printf '\t')
largest=262144 # bytes of a file; a longer one is not told at all, because half of it would say that a key is not set

# standard input as a JSON string, whatever bytes come
string() { printf '"'; tr -d '\000\r' | tr -c '\11\12\40-\176' '?' | sed "s/\\\\/\\\\\\\\/g; s/\"/\\\\\"/g; s/$tab/\\\\t/g" | awk 'NR > 1 { printf "%s", "\\n" } { printf "%s", $0 }'; printf '"'; }
text() { if [ -n "$1" ]; then printf '%s' "$1" | tr '\n\t' '  ' | cut -c1-500 | string; else printf null; fi; }
list() { awk 'NF && !seen[$0]++' | sort | { printf '['; c=; while IFS= read -r l; do printf '%s' "$c"; text "$l"; c=,; done; printf ']'; }; }
plain() { tr -d '\000' <"$1" 2>/dev/null; } # shells complain of NUL
has() { command -v "$1" >/dev/null 2>&1; }
if has timeout; then limited() { timeout 10 "$@" 2>/dev/null </dev/null; }; else limited() { "$@" 2>/dev/null </dev/null; }; fi
sha() { if has sha256sum; then sha256sum; elif has shasum; then shasum -a 256; elif has openssl; then openssl dgst -sha256 -r; fi 2>/dev/null | cut -d' ' -f1; }
hash() { h=$(sha); if [ -n "$h" ]; then text "sha256:$h"; else printf null; fi; }
exists() { if [ -e "$1" ]; then printf true; else printf false; fi; }
running() { # whether a process of that name runs; processes of others may be hidden
  if ! [ -r "$root/proc/1/comm" ]; then printf null; return; fi
  for f in "$root"/proc/[0-9]*/comm; do IFS= read -r n 2>/dev/null <"$f" && [ "$n" = "$1" ] && { printf true; return; }; done
  printf false
}

secret() { # name value: whether the value may be secret
  case $(printf '%s' "$1" | tr '[:upper:]' '[:lower:]') in
    *-file | *-path | *-dir | *-directory) case $2 in /*[[:space:]]*) ;; /*) return 1 ;; esac ;;
  esac
  printf '%s' "$1" | grep -Eiq 'passw|passphrase|pwd|secret|token|key|credential' && return 0
  printf '%s' "$2" | grep -Eiq '(passw[a-z]*|passphrase|pwd|secret|token|key|credential|pass)s?["'\'']?[[:space:]]*[=:]|-----BEGIN'
}
redact() { # a configuration file without comments, which may hold old passwords, and without secrets; lines keep their numbers
  hidden=
  while IFS= read -r line || [ -n "$line" ]; do
    bare=${line#"${line%%[![:space:]]*}"}
    case $bare in
      '') printf '\n'; hidden=; continue ;;
      '#'* | ';'*) printf '#\n'; continue ;;
      '['*'='*) ;;
      '['*) printf '%s\n' "${bare%%[[:space:]]#*}"; hidden=; continue ;;
    esac
    name=${bare%%[=:]*} rest=${bare#*[=:]}
    if [ "$line" != "$bare" ] && [ "$1" = launcher-mounts ]; then
      if [ -n "$hidden" ]; then printf ' (left out)\n'; else printf '%s\n' "$line" | sed 's#://[^[:space:]]*@#://***@#g'; fi
    elif [ "$name" = "$bare" ] || printf '%s' "$name" | grep -q '[^A-Za-z0-9_.[:space:]-]'; then printf '(a line of %s characters)\n' "${#line}"
    else
      sign=${bare#"$name"} value=${rest#"${rest%%[![:space:]]*}"} hidden=
      sign=${sign%"$rest"}
      [ "$sign" = = ] && value=$(printf '%s' "$value" | sed 's/[[:space:]]#.*//')
      if secret "$name" "$value"; then hidden=1; value="(${#value} characters, sha256:$(printf '%s' "$value" | sha | cut -c1-16))"; fi
      printf '%s%s%s\n' "$name" "$sign" "$value" | sed 's#://[^[:space:]]*@#://***@#g'
    fi
  done
}

mounts() {
  for f in "$root/proc/self/mounts" "$root/proc/mounts" "$root/etc/mtab"; do [ -r "$f" ] && break; done
  if ! [ -r "$f" ] || [ "$(wc -l <"$f")" -gt 2000 ]; then printf null; return; fi
  tr -d '\000\r' <"$f" | tr -c '\11\12\40-\176' '?' | sed 's#://[^[:space:]]*@#://***@#g' | awk '
    function esc(s) { gsub(/\\040/, " ", s); gsub(/\\011/, " ", s); gsub(/\\012/, " ", s); gsub(/\\134/, "/", s); gsub(/[\\"\t]/, "?", s); return substr(s, 1, 1000) }
    function safe(s,  n, p, i, o) { n = split(s, p, ","); for (i = 1; i <= n; i++) if (tolower(p[i]) !~ /(pass|cred|user|token|secret|key)[a-z_]*=/) o = o (o == "" ? "" : ",") p[i]; return o }
    NF >= 4 && $3 !~ /^(proc|sysfs|devpts|devtmpfs|tmpfs|ramfs|cgroup2?|securityfs|debugfs|tracefs|pstore|bpf|mqueue|hugetlbfs|configfs|fusectl|binfmt_misc|rpc_pipefs|nsfs|squashfs|efivarfs|selinuxfs)$/ {
      printf "%s{\"target\":\"%s\",\"source\":\"%s\",\"fstype\":\"%s\",\"options\":\"%s\"}", c, esc($2), esc($1), esc($3), esc(safe($4)); c = "," }' | { printf '['; cat; printf ']'; }
}

shown() { printf '%s\n' "$show" | sed -n "s/^$1=//p" | head -n 1; }
variables() { tr ' ' '\n' | tr -d "\"'" | grep -E '^(RSTUDIO_CONFIG_DIR|RSTUDIO_CONFIG_HOME|RSTUDIO_DATA_DIR|XDG_CONFIG_DIRS|XDG_CONFIG_HOME)='; }
environment() { # what systemd gives a unit, of which only the places of its configuration
  shown Environment | variables
  printf '%s\n' "$show" | sed -n 's/^EnvironmentFiles=\([^ ]*\).*/\1/p' | while IFS= read -r f; do [ -r "$root$f" ] && plain "$root$f" | tr '\n' ' ' | variables; done
}
unit() {
  show=$(limited systemctl show -p ActiveState -p UnitFileState -p Environment -p EnvironmentFiles -p DropInPaths "$1")
  state=$(shown ActiveState)
  if [ -z "$state" ]; then printf null; return; fi
  printf '{"active":'; case $state in active | reloading) printf true ;; *) printf false ;; esac
  printf ',"enabled":'; case $(shown UnitFileState) in enabled | enabled-runtime | alias) printf true ;; '') printf null ;; *) printf false ;; esac
  printf ',"environment":{'; c=
  environment | awk -F= '{ v[$1] = $0 } END { for (n in v) print v[n] }' | sort | while IFS= read -r l; do printf '%s' "$c"; text "${l%%=*}"; printf :; printf '%s' "${l#*=}" | string; c=,; done
  printf '},"dropIns":'; shown DropInPaths | tr ' ' '\n' | list; printf '}'
}
config_dir() { # RSTUDIO_CONFIG_DIR, else the first of XDG_CONFIG_DIRS with a directory rstudio, else the product's own; nothing where that cannot be told
  show=$(limited systemctl show -p ActiveState -p Environment -p EnvironmentFiles rstudio-server)
  [ -n "$(shown ActiveState)" ] || return 0
  d=$(environment | sed -n 's/^RSTUDIO_CONFIG_DIR=//p' | tail -n 1)
  x=$(environment | sed -n 's/^XDG_CONFIG_DIRS=//p' | tail -n 1)
  if [ -z "$d" ]; then for p in $(printf '%s' "$x" | tr ':' ' '); do if [ -d "$root$p/rstudio" ]; then d=$p/rstudio; break; fi; done; fi
  printf '%s' "${d:-/etc/rstudio}"
}
known='rserver.conf rsession.conf launcher.conf vscode.conf positron.conf jupyter.conf database.conf load-balancer profiles launcher-mounts'
config_names() { for n in $known; do printf '%s\n' "$n"; done; for f in "$1"/launcher.*.conf; do printf '%s\n' "${f##*/}"; done; }
config_files() { # each with its text; null for one that is there and cannot be read
  if ! [ -d "$1" ] || ! [ -r "$1" ] || ! [ -x "$1" ]; then printf null; return; fi
  printf '{'; c=
  config_names "$1" | sort -u | while IFS= read -r n; do
    [ -e "$1/$n" ] || [ -h "$1/$n" ] || continue
    printf '%s' "$c"; text "$n"; printf :; c=,
    if [ -f "$1/$n" ] && [ -r "$1/$n" ] && [ "$(wc -c <"$1/$n")" -le $largest ]; then tr -d '\000' <"$1/$n" | redact "$n" | string; else printf null; fi
  done
  printf '}'
}
config_hash() { # of all but what differs from node to node, and but database.conf, which only root may read
  if ! [ -r "$1" ] || ! [ -x "$1" ]; then printf null; return; fi
  for n in $(config_names "$1"); do if [ "$n" != database.conf ] && [ -f "$1/$n" ] && ! [ -r "$1/$n" ]; then printf null; return; fi; done
  config_names "$1" | sort -u | while IFS= read -r n; do
    if [ "$n" != database.conf ] && [ -f "$1/$n" ]; then printf '[%s]\n' "$n"; sed 's/^[[:space:]]*//; s/[[:space:]]*$//; s/[[:space:]]*=[[:space:]]*/=/; /^[#;]/d; /^$/d; /^www-host-name=/d; /^www-address=/d; /^www-port=/d' "$1/$n"; fi
  done | hash
}
version() { # of Workbench
  v=
  if [ -r "$root/usr/lib/rstudio-server/VERSION" ]; then v=$(plain "$root/usr/lib/rstudio-server/VERSION" | head -n 1); elif has rstudio-server; then v=$(limited rstudio-server version | head -n 1); fi
  # shellcheck disable=SC2016 # dpkg-query's own variable
  [ -n "$v" ] || v=$(limited dpkg-query -W -f '${Version}' rstudio-server)
  printf '%s' "$v" | grep -Eo '[0-9]{4}\.[0-9]+\.[0-9]+[^ ]*' | head -n 1
}
workbench() {
  if ! [ -e "$root/usr/lib/rstudio-server/bin/rserver" ]; then
    if [ -d "$root/usr/lib/rstudio-server" ] && ! [ -x "$root/usr/lib/rstudio-server" ]; then printf '{"installed":null}'; else printf '{"installed":false}'; fi
    return
  fi
  dir=$(config_dir)
  printf '{"installed":true,"version":'; text "$(version)"; printf ',"configDir":'; text "$dir"
  printf ',"units":{"rstudio-server":'; unit rstudio-server; printf ',"rstudio-launcher":'; unit rstudio-launcher
  printf '},"files":'; if [ -n "$dir" ]; then config_files "$root$dir"; else printf null; fi
  printf ',"configHash":'; if [ -n "$dir" ]; then config_hash "$root$dir"; else printf null; fi
  printf '}'
}
components() {
  for d in /usr/lib/rstudio-server /opt/session-components; do
    for f in bin/rsession bin/session/rsession; do if [ -e "$root$d/$f" ]; then printf '{"rsession":true,"path":'; text "$d"; printf '}'; return; fi; done
  done
  printf '{"rsession":false,"path":null}'
}

languages() { # R or python: the versions below the usual roots; null where one of these may not be looked into
  for d in "/opt/$1" $(printf '%s' "${SCANNER_PROBE_ROOTS:-}" | tr ':' ' '); do if [ -d "$root$d" ] && ! { [ -r "$root$d" ] && [ -x "$root$d" ]; }; then printf null; return; fi; done
  {
    for d in "/opt/$1" $(printf '%s' "${SCANNER_PROBE_ROOTS:-}" | tr ':' ' '); do
      for b in "$root$d"/*/bin/"$2"; do if [ -e "$b" ]; then b=${b%/bin/*}; printf '%s\n' "${b##*/}"; fi; done
    done
    if [ "$1" = R ]; then for d in /usr/lib/R /usr/lib64/R /usr/local/lib/R; do sed -n 's/^Version: *//p' "$root$d/library/base/DESCRIPTION" 2>/dev/null; done
    else for f in /usr/bin/python3 /usr/local/bin/python3; do [ -x "$root$f" ] && limited "$root$f" -V | sed -n 's/^Python //p'; done; fi
  } | grep -E '^[0-9]+\.[0-9]+[0-9.]*$' | list
}
slurm() {
  PATH=$PATH:$root/opt/slurm/bin
  printf '{"client":'; if has sinfo; then printf true; else printf false; fi
  printf ',"version":'; if has sinfo; then text "$(limited sinfo --version | sed -n 's/^slurm[^0-9]*//p' | head -n 1)"; else printf null; fi
  printf ',"controllerReachable":'; if has scontrol; then case $(limited scontrol ping) in *' is UP'*) printf true ;; *' is DOWN'*) printf false ;; *) printf null ;; esac; else printf null; fi
  printf ',"slurmctldHere":'; running slurmctld
  printf ',"singularity":'; if has singularity || has apptainer || [ -e "$root/usr/bin/apptainer" ] || [ -e "$root/usr/local/bin/apptainer" ] || [ -e "$root/usr/local/bin/singularity" ]; then printf true; else printf false; fi
  printf '}'
}
users() { # name:number of users, and of the owners of home directories, as this host knows them; none of the system's or the cloud's own
  # shellcheck disable=SC2012 # ls tells the owner's name on every system, and prints nothing else that is used
  { limited getent passwd | awk -F: '{ print $1 ":" $3 }'
    for d in "$root"/home/*/; do [ -d "$d" ] && printf '%s:%s\n' "$(ls -ld "$d" 2>/dev/null | awk '{ print $3 }')" "$(ls -ldn "$d" 2>/dev/null | awk '{ print $3 }')"; done
  } | awk -F: '$2 >= 1000 && $2 < 65534 && $1 !~ /^(ubuntu|ec2-user|centos|rocky|admin|debian|rstudio|slurm|munge)$/' | sort -u
}
identity() {
  sssd=null
  if [ -r "$root/etc/nsswitch.conf" ]; then if grep -q '^[[:space:]]*passwd:.*[[:space:]]sss' "$root/etc/nsswitch.conf"; then sssd=true; else sssd=false; fi; fi
  printf '{"sssd":%s,"domains":' "$sssd"
  if [ "$sssd" = false ]; then printf '[]'; elif [ -r "$root/etc/sssd/sssd.conf" ]; then plain "$root/etc/sssd/sssd.conf" | sed -n 's/^[[:space:]]*domains[[:space:]]*=[[:space:]]*//p' | head -n 1 | tr -d ' ' | tr ',' '\n' | list; else printf null; fi
  if ! has getent; then printf ',"sampleUsersHash":null,"sampleCount":null}'; return; fi
  n=$(users | wc -l | tr -d ' ')
  printf ',"sampleUsersHash":'; if [ "$n" -gt 0 ]; then users | hash; else printf null; fi
  printf ',"sampleCount":%s}' "$n"
}
posix_acl() { # by what is mounted there; true also where there is such an ACL already; null where neither tells
  if has getfacl && limited getfacl -p "$root$1" | grep -Eq '^(default:|user:[^:]+:|group:[^:]+:)'; then printf true; return; fi
  awk -v d="$1" '{ m = $2; if (m == "/" || d == m || index(d, m "/") == 1) if (length(m) >= n) { n = length(m); t = $3; o = "," $4 "," } }
    END { print (o ~ /,noacl,/ || t ~ /^nfs4$/ ? "false" : t ~ /^(ext[234]|xfs|btrfs)$/ ? "true" : "null") }' "$root/proc/self/mounts" 2>/dev/null || printf null
}
acl() {
  shared=$(if [ -r "$root${dir:-/etc/rstudio}/rserver.conf" ]; then plain "$root${dir:-/etc/rstudio}/rserver.conf"; fi | sed -n 's/^[[:space:]]*server-shared-storage-path[[:space:]]*=[[:space:]]*//p' | sed 's/[[:space:]]#.*//; s/[[:space:]]*$//' | head -n 1)
  printf '{'; c=
  printf '%s\n' /home "${shared:-/home/rstudio/shared-storage}" "${SCANNER_PROBE_ACL:-}" | tr ':' '\n' | sort -u | while IFS= read -r d; do
    case $d in /*) [ -d "$root$d" ] || continue; printf '%s' "$c"; text "$d"; printf ':{"posix":%s}' "$(posix_acl "$d")"; c=, ;; esac
  done
  printf '}'
}
instance() { # Nitro hosts have their id in the firmware's tables, and cloud-init writes it down
  for f in "$root/sys/class/dmi/id/board_asset_tag" "$root/var/lib/cloud/data/instance-id"; do [ -r "$f" ] && plain "$f" | head -n 1; done | grep -E '^i-[0-9a-f]{8,17}$' | head -n 1
}
os() { if [ -r "$root/etc/os-release" ]; then plain "$root/etc/os-release"; fi | sed -n "s/^$1=//p" | tr -d "\"'." | head -n 1; }

dir=
name=$(hostname 2>/dev/null || uname -n)
printf '{"schema":"scanner.nodefacts/1","collectedAt":"%s"' "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
printf ',"host":{"name":'; text "${name:-unknown}"; printf ',"instanceId":'; text "${SCANNER_PROBE_INSTANCE_ID:-$(instance)}"; printf ',"os":'; text "$(os ID)$(os VERSION_ID)"; printf ',"kernel":'; text "$(uname -s | tr '[:upper:]' '[:lower:]')"
printf '},"mounts":'; mounts
printf ',"workbench":'; workbench
printf ',"sessionComponents":'; components
printf ',"r":'; languages R R; printf ',"python":'; languages python python3
printf ',"slurm":'; slurm
printf ',"identity":'; identity
printf ',"acl":'; acl
printf '}\n'
