/** Where scenarios and price lists are looked for: the data folder first, then what is shipped. */

import { DATA_FOLDER, homeFolder, type ScenarioPlaces } from '../index.ts';
import type { Io } from './io.ts';

export function scenarioPlaces(io: Io): ScenarioPlaces {
  return { folder: process.cwd(), stores: [homeFolder(io.env), DATA_FOLDER] };
}
