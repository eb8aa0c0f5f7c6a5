/** The charting library under its own name, loaded when the first figure is drawn. */

import type * as PlotLibrary from '@observablehq/plot';
import { lazyLibrary } from '../lazy-library.ts';

const library = lazyLibrary<typeof PlotLibrary>('@observablehq/plot');

export const Plot: typeof PlotLibrary = new Proxy({} as typeof PlotLibrary, {
  get: (_, name) => Reflect.get(library(), name),
});
