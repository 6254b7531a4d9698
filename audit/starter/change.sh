# The commit that this change goes into: a merge queue names it, and of a pull request HEAD is the merge into it.
# A checkout leaves both out unless told otherwise, and knows neither where it holds the change alone.
merges() { git rev-parse --quiet --verify HEAD^2 > /dev/null; }
base=""
if [ -n "$QUEUE_BASE" ]; then
  if git fetch --quiet --depth=1 origin "$QUEUE_BASE"; then base="$QUEUE_BASE"; fi
elif merges || { git fetch --quiet --depth=2 origin "$GITHUB_SHA" && merges; }; then
  base="HEAD^1"
fi
# A change may loosen its own check: what it does to settings, workflows, checkouts and any baseline is shown.
rm -f "$RUNNER_TEMP/settings.md"
if [ -n "$base" ]; then
  {
    git diff "$base" HEAD -- "${settings[@]}" ':(top).gitmodules' ':(top,glob)**/.gitattributes'
    git diff --no-renames -G '^(# corpus-audit baseline |# fail_on |missed [A-Z]{3}[0-9]{3}|[0-9a-f]{32} [0-9]+ [A-Z]{3}[0-9]{3} )' "$base" HEAD
  } > "$RUNNER_TEMP/settings.diff"
  if [ -s "$RUNNER_TEMP/settings.diff" ]; then
    {
      printf '### This change alters the settings or the baseline of its own check\n\n'
      # Of a summary that is longer than a mebibyte GitHub shows nothing.
      head -c 200000 "$RUNNER_TEMP/settings.diff" | tr '\r' ' ' | sed 's/^/    /'
      if [ "$(wc -c < "$RUNNER_TEMP/settings.diff")" -gt 200000 ]; then printf '\n\nand more: git diff shows all.\n'; fi
      echo
    } > "$RUNNER_TEMP/settings.md"
  fi
fi
