// HTML text → the same without its scripts, and those scripts that hold JSON.

export type Script = { type: string; id: string; text: string };

/** Takes script texts out before tokenizing: on news pages they are most of the bytes. */
export function cutScripts(html: string, scripts: Script[]): string {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const open = html.indexOf('<script', from);
    if (open < 0) break;
    const tagEnd = html.indexOf('>', open);
    const close = tagEnd < 0 ? -1 : html.indexOf('</script', tagEnd);
    if (close < 0) break;
    parts.push(html.slice(from, open));
    keepScript(html.slice(open + 7, tagEnd), html.slice(tagEnd + 1, close), scripts);
    const end = html.indexOf('>', close);
    from = end < 0 ? html.length : end + 1;
  }
  parts.push(html.slice(from));
  return parts.join('');
}

function keepScript(attributes: string, text: string, scripts: Script[]): void {
  const type = /\btype\s*=\s*["']?([\w/+.-]+)/i.exec(attributes)?.[1]?.toLowerCase() ?? '';
  if (!type.includes('json')) return;
  const id = /\bid\s*=\s*["']?([\w-]+)/i.exec(attributes)?.[1] ?? '';
  scripts.push({ type, id, text });
}
