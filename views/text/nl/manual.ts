/** Dutch words around the manual. */

export const manual = {
  title: 'Handleiding',
  lead: 'Van het eerste bestand tot een rapport voor het bestuur, stap voor stap. De plaatjes tonen verzonnen gegevens.',
  contents: 'Inhoud',
};
