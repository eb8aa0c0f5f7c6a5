/** First and last day of a data set. */

import { day } from '../format.ts';
import type { DataSet } from '../model.ts';
import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export function Period({ view, dataSet }: { view: View; dataSet: DataSet }) {
  const { firstDay, lastDay } = dataSet;
  if (firstDay === undefined || lastDay === undefined) return <>–</>;
  return (
    <>{fill(view.t.data.periodValue, { from: day(firstDay, view.lang), until: day(lastDay, view.lang) })}</>
  );
}
