#!/bin/sh
# Learns the name tagger anew: src/tables/names_index.bin and src/tables/names_model.bin.
#
#     tools/train_names.sh DATA [options of train_names]
#
# DATA has ner_train.tar.xz (CoNLL columns), word_clusters.tar.xz and voa_text.txt.xz. A few minutes
# on one core; the same data and tables give the same bytes. HACKING.md says what is learnt from what.
set -eu
data=$(cd "$1" && pwd)
shift
root=$(cd "$(dirname "$0")/.." && pwd)
build="$root/build/train"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

tar -xJf "$data/ner_train.tar.xz" -C "$work"
tar -xJf "$data/word_clusters.tar.xz" -C "$work"
xz -dc "$data/voa_text.txt.xz" > "$work/news.txt"

make_trainer() {
  cmake -S "$root" -B "$build" -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF > /dev/null
  cmake --build "$build" --target train_names
}
make_trainer
"$build/train_names" --index "$work/index.bin"
if ! cmp -s "$work/index.bin" "$root/src/tables/names_index.bin"; then
  cp "$work/index.bin" "$root/src/tables/names_index.bin"
  make_trainer  # the features look through the index
fi
"$build/train_names" "$work/ner" "$work/clusters" "$work/news.txt" "$root/src/tables/names_model.bin" --epochs 3 "$@"
