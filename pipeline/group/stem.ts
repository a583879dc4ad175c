// An Indonesian word → what its forms share, roughly: 'melaporkan', 'dilaporkan', 'laporan' → 'lapor'.
// Only to compare the words of two articles: a stem that is no word does no harm where both come to the same.

const SUFFIX = /(?:nya|lah|kah|kan|an|i)$/;
const PREFIX = /^(?:meng|menge|mem|meny|men|me|peng|pem|peny|pen|per|pe|ber|be|ter|di|se|ke)/;
const SHORTEST = 4;

/** Folded word in, rough stem out; short words stay as they are. Never throws. */
export function roughStem(word: string): string {
  const cut = (from: string, pattern: RegExp): string => {
    const rest = from.replace(pattern, '');
    return rest.length >= SHORTEST ? rest : from;
  };
  const bare = cut(cut(word, /(?:nya|lah|kah)$/), SUFFIX);
  // 'menulis' and 'tulis', 'memakai' and 'pakai', 'menyebut' and 'sebut' lose or keep their first letter.
  return cut(bare, PREFIX).replace(/^[ptskn]/, '');
}
