/** The page in the other language. Swapped along when a part changes the address, so that it leads to what one sees. */

import { inLanguage, type View } from '../view.ts';

export function LanguageLink({ view, along }: { view: View; along?: boolean }) {
  const other = view.lang === 'nl' ? 'en' : 'nl';
  return (
    <a
      class="language"
      id="language"
      href={inLanguage(view.path, other)}
      hreflang={other}
      lang={other}
      {...(along ? { 'hx-swap-oob': 'true' } : {})}
    >
      {view.t.shell.otherLanguage}
    </a>
  );
}
