/** English sentences of refusals and findings that name an option of the command line elsewhere: what to do on a page instead. */

export const refusals = {
  'several-instruments':
    'The file holds more than one instrument ({found}); they cannot be compared. Choose one among the filters.',
  'outcomes-without-scores':
    'Column {column} is missing; outcomes need a score before and one after. Point to the column on the page with the columns of the data set.',
  'reliability-range': 'The reliability lies between 0 and 1, for example 0.85.',
  'cutoff-needs-functional':
    'Cut-off {cutoff} needs mean and spread of a functional group. Choose another cut-off.',
  'conversion-instrument':
    'The conversion table is of {conversion}, the scores are of {found}. Choose the table of that instrument.',
  'no-member-column':
    'Column {column} with the institution is missing; a comparison needs it. Point to the column on the page with the columns of the data set.',
  'unknown-response':
    'Column {column} to compare on is missing from this file. Point to the column on the page with the columns of the data set.',
  'benchmark-without-responses':
    'There is nothing to compare on: scores before and after, or start and end, are missing. Point to them on the page with the columns of the data set.',
  'unknown-covariate': 'Column {column} to correct for is missing from this file. Untick it.',
  'unknown-filter-column': 'Column {column} to choose by is missing from this file. Take the filter away.',
  'filter-nothing-left': 'No episode holds the values chosen in {columns}. Choose a wider filter.',
  'covariate-twice': 'Column {column} is chosen twice to correct for. Choose it once.',
  'covariate-in-use':
    'Column {column} is the institution or the outcome already and cannot be corrected for as well. Untick it.',
  'constant-covariate':
    'Column {column} is equal for all compared episodes; there is nothing to correct for. Untick it.',
  'collinear-covariate':
    'Column {column} follows entirely from the other columns chosen. Untick one of them.',
  'min-members-range': 'At least {minimum} institutions are needed; the number asked for may only be higher.',
  'unknown-own':
    'Your institution is not in this comparison. Check the name, and whether there are at least 10 patients.',
  'no-reliability':
    'Without the reliability of the instrument there are no classes. Fill it in among the choices.',
  'no-outcome-column': 'The file has no outcome: scores before and after (columns pre and post) are missing.',
  'no-duration-column': 'The file has no duration: start and end (columns start and end) are missing.',
  'design-conversion':
    'The design asks for conversion table {wanted}; chosen is {found}. Choose the table agreed on.',
  'balance-order':
    'The fixed prices or bounds contradict that heavier is never cheaper, for the clusters {clusters}. Free a price, widen the bounds or untick ‘heavier never cheaper’.',
  'balance-unknown-cluster': 'The price list has no cluster {cluster}; what can be held: {clusters}.',
  'solve-several-rows':
    'The price list has several prices for cluster {cluster} per {unit}, on rows {rows}. Choose the row with the right setting and payer.',
  'xmr-columns':
    'Column {column} is missing; a course over time needs it. Point to the column on the page with the columns of the data set.',
  'xmr-several-members':
    'Column {column} holds {found} institutions; a course over time is of one institution. Choose one.',
  'xmr-unknown-member': 'The institution chosen does not occur in column {column}.',
  'result-not-json': 'File {name} is no contribution and no kept comparison. Choose another file.',
  'sheet-not-used': 'This file has no sheets; the sheet chosen does nothing here.',
  'map-unknown-column': 'Zorgcluster knows no column {column}. Choose from: {allowed}.',
  'map-header-missing':
    'The file has no column {header}, which was pointed to for {column}. Copy a column name as it stands in the file; most alike: {nearest}.',
  'column-double':
    'Column {column} could be {canonical} too, but {used} was read for it. If that is wrong, point to the right column.',
  'strict-rejected':
    'Rejected: {rejected} of {read} rows, and there may be none. Mend them and send the file again.',
  'number-other-decimal':
    'Column {column}: this value uses another decimal sign than the rest of the column. Write all numbers alike, or choose the decimal sign.',
  'date-other-order':
    'Column {column}: day and month are the other way round here than in the rest of the column. Write all dates alike, or choose the order.',
  'duplicate-episode':
    'This combination of patient and episode ({column}) was in an earlier row; the first one counts. Remove the double or number the episode apart. If these are ratings of one episode, choose when loading that an episode can have several ratings.',
  'assessment-incomplete':
    'Column {column}: with several ratings per episode every row needs a patient and a date. Fill in the field.',
  'assessment-amount-repeated':
    'Column {column}: the same amount stands at several ratings of one episode, and it counts at each of them. Divide it over the ratings, or write 0 at all but the first.',
  'instrument-mixed':
    'Column {column} holds {n} instruments; their scores cannot be compared with each other. Choose one among the filters.',
  'rules-cluster-default':
    'No superclusters given: clusters 1-8 belong to X, 10-17 to Y and 18-21 to Z, by the number of the code.',
  'rules-cluster-no-supercluster':
    '{count} cluster(s) without a supercluster: {examples}. Send the file with superclusters along (columns cluster and supercluster).',
  'rules-no-red-rules':
    'No red list given: no cluster is ever impossible. Send the file with the red list along if there is one.',
  'rules-id-taken': 'There is already another rule set {id}. Choose another name.',
  'rules-stored': 'Rule set {id} is stored. An official one is chosen by itself from its first day on.',
  'rules-import-files': 'Choose the workbook, or the files with coefficients and constants.',
  'supercluster-option': 'This is no supercluster of the rule set. Choose one of: {allowed}.',
  'simulate-open-episodes':
    'The file has open episodes and the price list counts days, but the scenario has no valuation date. Choose a scenario with a valuation date; the last date in the file is {lastDate}.',
  'simulate-unpriced-strict':
    '{episodes} episodes have (partly) no price. Complete the price list for: {clusters}.',
};
