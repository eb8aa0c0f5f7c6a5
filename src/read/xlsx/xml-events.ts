/**
 * XML as a stream of start tags, texts and end tags, without namespaces' prefixes.
 * Invariant: nothing outside the text is ever fetched; entities are the five of XML and numbers.
 */

import { lazyLibrary } from '../../lazy-library.ts';

const htmlparser = lazyLibrary<typeof import('htmlparser2')>('htmlparser2');

export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Some writers put a prefix before every tag (`x:row`). */
function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** A parser to write pieces of text to. */
export function xmlParser(handler: XmlHandler): { write(text: string): void; end(): void } {
  return new (htmlparser().Parser)(
    {
      onopentag: (name, attributes) => handler.open?.(local(name), attributes),
      ontext: (text) => handler.text?.(text),
      onclosetag: (name) => handler.close?.(local(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
}

/** A whole small document. */
export async function parseXml(pieces: AsyncIterable<string>, handler: XmlHandler): Promise<void> {
  const parser = xmlParser(handler);
  for await (const piece of pieces) parser.write(piece);
  parser.end();
}
