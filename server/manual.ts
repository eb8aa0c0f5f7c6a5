/** The manual as a page: docs/handleiding.md turned into HTML once, with its headings as a list of contents. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Marked } from 'marked';
import { PACKAGE_ROOT } from '../src/index.ts';

export interface Heading {
  readonly id: string;
  readonly text: string;
}

export interface Manual {
  readonly html: string;
  /** Chapters, in order. */
  readonly chapters: readonly Heading[];
}

const DOCS = join(PACKAGE_ROOT, 'docs');
/** Pictures that the manual may name: nothing else of the folder is served. */
const PICTURE = /^[a-z0-9-]+\.webp$/;

export function readManual(): Manual {
  const chapters: Heading[] = [];
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const text = this.parser.parseInline(tokens);
        const id = slug(text);
        if (depth === 2) chapters.push({ id, text });
        return `<h${depth} id="${id}">${text}</h${depth}>\n`;
      },
      image({ href, text }) {
        const name = href.split('/').at(-1)!;
        return `<img src="/manual/screens/${name}" alt="${text}" loading="lazy" width="896">`;
      },
    },
  });
  const html = marked.parse(readFileSync(join(DOCS, 'handleiding.md'), 'utf8'), { async: false });
  // The page has its own first heading.
  return { html: html.replace(/<h1[\s\S]*?<\/h1>\n/, ''), chapters };
}

export function pictureOf(name: string): Buffer | undefined {
  if (!PICTURE.test(name)) return undefined;
  try {
    return readFileSync(join(DOCS, 'screens', name));
  } catch {
    return undefined;
  }
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/<[^>]+>|&[a-z#0-9]+;|\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
