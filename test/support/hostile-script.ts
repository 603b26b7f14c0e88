/** Everything that a script could try in order to be more than text. */
export const HOSTILE_SCRIPT = [
  "# <img src=x onerror=alert(1)>",
  "## <script>document.body.dataset.hacked=1</script>",
  '客服: <svg onload="document.body.dataset.hacked=1"><a href="javascript:alert(1)">点这里</a></svg>',
  "客户: \u202e)1(trela\u2066 ]]> <!-- --> &lt;b&gt; {{constructor}}",
  `客服: ${"长".repeat(100_000)}`,
  '? "><iframe src="https://example.com/"></iframe>',
  '- <b onmouseover="alert(1)">好</b>',
  '  客服: <style>@import "https://example.com/x.css";</style>',
  "- url(https://example.com/x.png) -> 结束",
  "",
].join("\n");
