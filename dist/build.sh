#!/usr/bin/env bash
# Makes what is handed out, in dist/out: a zip for Windows, archives for Linux on two processors, a package for Debian, a bill
# of materials, the notices of the packages inside, and the digests of them all.
#
#   dist/build.sh
#   PROFILE=dev ONLY="linux-x64 deb" dist/build.sh
#
# PROFILE  the profile of the program (default: dist; dev is quick, for trying this script)
# ONLY     which of windows-x64, linux-x64, linux-arm64, deb (default: all)
# OUT      the folder of the packages (default: dist/out)
# BINARY   a program for this machine that is built already, EXE one for Windows: packed as they are, for tests
#
# Programs for Linux are linked with musl, and run on every Linux.
# Exit codes: 0 all made; 1 made in part: what is missing on this machine is named for each package that was left out; 2 the
# settings above; 3 stopped, and nothing that was made can be used.
set -Eeuo pipefail
trap 'echo "dist: stopped, see above; nothing that was made can be used" >&2; exit 3' ERR
cd "$(dirname "$0")/.."

all="windows-x64 linux-x64 linux-arm64 deb"
profile=${PROFILE:-dist} only=${ONLY:-$all}
for package in $only; do
  [[ " $all " == *" $package "* ]] || { echo "dist: ONLY may name $all; not $package" >&2; exit 2; }
done
mkdir -p "${OUT:-dist/out}"
out=$(cd "${OUT:-dist/out}" && pwd)

target_folder=$(cargo metadata --locked --no-deps --format-version 1 | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p')
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
# Cargo.toml names what lies here, so that it stands at one place.
stage=$PWD/dist/out/stage
rm -rf "$stage"
mkdir -p "$stage"

# The same program is packed to the same bytes: everything is of the commit's time. Cargo is not told it while it builds, or
# each commit would compile SQLite anew.
epoch=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
unset SOURCE_DATE_EPOCH
export TZ=UTC LC_ALL=C.UTF-8

partly=0
# Says that a package is left out, and what would bring it.
leave_out() {
  partly=1
  echo "dist: $1 was not made: $2" >&2
}

wants() { [[ " $only " == *" $1 "* ]]; }

# What keeps a target from being built here, if anything does: the standard library for it, or a C compiler.
lacks() {
  local target=$1 compiler=$2 how=$3
  if [ ! -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ]; then
    echo "Rust's library for $target is missing: rustup target add $target"
  elif ! command -v "$compiler" >/dev/null; then
    echo "$compiler is missing: $how"
  fi
}

# Builds the program for a target, and sets `binary` to where it lies; or says why these packages are left out.
build() {
  local packages=$1 target=$2 compiler=$3 how=$4 folder=$profile missing
  missing=$(lacks "$target" "$compiler" "$how")
  [ -z "$missing" ] || { leave_out "$packages" "$missing"; return 1; }
  echo "dist: building for $target" >&2
  if ! cargo build --locked --profile "$profile" --target "$target"; then
    leave_out "$packages" "the program cannot be built for $target, see above"
    return 1
  fi
  [ "$profile" != dev ] || folder=debug
  binary=$target_folder/$target/$folder/shuangwei
}

tool=$target_folder/dist-tool/debug/dist-tool
# Beside every program: whose work is in it.
notices() {
  cargo build --locked --quiet --manifest-path dist/tool/Cargo.toml --target-dir "$target_folder/dist-tool"
  local targets=(x86_64-unknown-linux-musl aarch64-unknown-linux-musl x86_64-pc-windows-gnu)
  mkdir -p "$stage/notices"
  cp LICENSE "$stage/notices/LICENSE"
  "$tool" notices "${targets[@]}" > "$stage/notices/THIRD-PARTY.md"
  "$tool" sbom "${targets[@]}" > "$stage/notices/shuangwei.cdx.json"
  # Rust's own notices lie beside the compiler.
  cp "$(rustc --print sysroot)/share/doc/rust/COPYRIGHT-library.html" "$stage/notices/rust-library.html"
  "$tool" page docs/手册.md > "$stage/手册.html"
}

# Gives everything below a folder one time and plain rights.
settle() {
  find "$1" -type d -exec chmod 755 {} +
  find "$1" -type f ! -name shuangwei ! -name '*.sh' -exec chmod 644 {} +
  find "$1" -exec touch -h -d "@$epoch" {} +
}

# For clerks: the program, the manual and the card on top, the lists with the mark by which Excel knows UTF-8.
windows() {
  if [ -n "${EXE:-}" ]; then
    binary=$EXE
  else
    build windows-x64 x86_64-pc-windows-gnu x86_64-w64-mingw32-gcc "apt install gcc-mingw-w64-x86-64" || return 0
    binary=$binary.exe
  fi
  local name=shuangwei-$version-windows-x64
  local folder=$stage/$name
  mkdir -p "$folder/例表" "$folder/许可证"
  cp "$stage/手册.html" docs/卡片.html "$folder"
  cp "$binary" "$folder/shuangwei.exe"
  cp examples/*.toml "$folder/例表"
  for list in examples/*.csv; do
    if iconv -f UTF-8 -t UTF-8 "$list" >/dev/null 2>&1 && [ "$(head -c 3 "$list")" != $'\xef\xbb\xbf' ]; then
      { printf '\xef\xbb\xbf'; cat "$list"; } > "$folder/例表/$(basename "$list")"
    else
      cp "$list" "$folder/例表"
    fi
  done
  cp "$stage"/notices/* "$folder/许可证"
  mv "$folder/许可证/LICENSE" "$folder/许可证/LICENSE.txt"
  "$tool" zip "$folder" "$out/$name.zip" "$(date -d "@$epoch" +%Y-%m-%d)"
}

# For whoever unpacks it: the program, its documents, completions and examples.
archive() {
  local name=shuangwei-$version-$1
  local folder=$stage/$name
  mkdir -p "$folder"
  cp -r README.md CHANGELOG.md SECURITY.md docs examples completions "$stage/手册.html" "$stage"/notices/* "$folder"
  mv "$folder/手册.html" "$folder/docs/手册.html"
  install -m 755 "$binary" "$folder/shuangwei"
  settle "$folder"
  tar -C "$stage" --sort=name --owner=0 --group=0 --numeric-owner -cf - "$name" | gzip -n > "$out/$name.tar.gz"
}

# Cargo.toml says what goes where. The program writes its own man pages.
debian() {
  command -v cargo-deb >/dev/null || { leave_out deb "cargo-deb is missing: cargo install --locked cargo-deb"; return; }
  local language options=(--no-build --no-strip --locked --quiet)
  for language in en zh; do
    "$binary" --quiet --lang $language man "$stage/man/$language"
  done
  cp "$binary" "$stage/shuangwei"
  [ "$profile" != dev ] || options+=(--fast)
  SOURCE_DATE_EPOCH=$epoch cargo deb "${options[@]}" --output "$out/shuangwei-$version-linux-x64.deb" >/dev/null
}

linux_x64() {
  if [ -n "${BINARY:-}" ]; then
    binary=$BINARY
  else
    build "linux-x64, deb" x86_64-unknown-linux-musl musl-gcc "apt install musl-tools" || return 0
  fi
  ! wants linux-x64 || archive linux-x64
  ! wants deb || debian
}

linux_arm64() {
  local packages="gcc-aarch64-linux-gnu and, after dpkg --add-architecture arm64 and apt update, musl-dev:arm64"
  export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_MUSL_LINKER=aarch64-linux-musl-gcc
  build linux-arm64 aarch64-unknown-linux-musl aarch64-linux-musl-gcc "apt install $packages" || return 0
  archive linux-arm64
}

# Packages of an earlier run are none of this one.
rm -f "$out"/shuangwei-* "$out"/SHA256SUMS "$out"/THIRD-PARTY.md
notices
if wants linux-x64 || wants deb; then linux_x64; fi
if wants linux-arm64; then linux_arm64; fi
if wants windows-x64; then windows; fi
cp "$stage/notices/THIRD-PARTY.md" "$out"
cp "$stage/notices/shuangwei.cdx.json" "$out/shuangwei-$version.cdx.json"
(cd "$out" && sha256sum shuangwei-* THIRD-PARTY.md > SHA256SUMS)
echo "dist: made in $out:" >&2
cat "$out/SHA256SUMS"
exit $partly
