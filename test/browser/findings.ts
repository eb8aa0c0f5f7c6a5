/** What axe finds wrong on a page that has `axe.source` in it: the serious and the critical. */

import type { Page } from 'playwright-core';

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

export async function findings(page: Page): Promise<string[]> {
  // Media that play by themselves are the only thing axe fetches files for, and no page has any.
  const violations = (await page.evaluate(
    // The size of what one aims at is asked by WCAG 2.2, and not by axe unless told. An open menu lies over what is below it.
    `axe.run(document, {
      resultTypes: ['violations'],
      preload: false,
      rules: { 'target-size': { enabled: document.querySelector('details.menu[open]') === null } },
    }).then((result) => result.violations)`,
  )) as Finding[];
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`),
    );
}
