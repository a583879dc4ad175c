// Where to go on after login, as the address bar says, in; a path of this Pantau out.

/** '/artikel?q=x' as it is; anything that a browser would take to another place is '/'. */
export function nextPath(wanted: string | undefined): string {
  if (wanted === undefined || !wanted.startsWith('/')) return '/';
  const here = 'http://pantau.invalid';
  if (!URL.canParse(wanted, here)) return '/';
  const { origin, pathname, search } = new URL(wanted, here);
  // A path that begins with two slashes names a host once it stands in a Location header.
  if (origin !== here || pathname.startsWith('//')) return '/';
  return pathname === '/masuk' || pathname === '/keluar' ? '/' : pathname + search;
}
