/** Dutch sentences of refusals and findings that name an option of the command line elsewhere: what to do on a page instead. */

export const refusals = {
  'several-instruments':
    'Het bestand bevat meer dan één meetinstrument ({found}); die zijn niet te vergelijken. Kies er een bij de filters.',
  'outcomes-without-scores':
    'Kolom {column} ontbreekt; uitkomsten vragen een voor- en een nameting. Wijs de kolom aan bij de kolommen van de gegevensset.',
  'reliability-range': 'De betrouwbaarheid moet tussen 0 en 1 liggen, bijvoorbeeld 0,85.',
  'cutoff-needs-functional':
    'Grens {cutoff} vraagt gemiddelde en spreiding van een functionele groep. Kies een andere grens.',
  'conversion-instrument':
    'De omrekentabel is van {conversion}, de scores zijn van {found}. Kies de tabel van dat instrument.',
  'no-member-column':
    'Kolom {column} met de instelling ontbreekt; een vergelijking heeft die nodig. Wijs de kolom aan bij de kolommen van de gegevensset.',
  'unknown-response':
    'Kolom {column} om op te vergelijken ontbreekt in dit bestand. Wijs de kolom aan bij de kolommen van de gegevensset.',
  'benchmark-without-responses':
    'Er is niets om op te vergelijken: voor- en nameting, of begin en einde, ontbreken. Wijs ze aan bij de kolommen van de gegevensset.',
  'unknown-covariate': 'Kolom {column} om voor te corrigeren ontbreekt in dit bestand. Vink hem uit.',
  'unknown-filter-column': 'Kolom {column} om op te kiezen ontbreekt in dit bestand. Haal het filter weg.',
  'filter-nothing-left': 'Geen enkel traject heeft de gekozen waarden in {columns}. Kies een ruimer filter.',
  'covariate-twice': 'Kolom {column} is twee keer gekozen om voor te corrigeren. Kies hem een keer.',
  'covariate-in-use':
    'Kolom {column} is al de instelling of de uitkomst; daarvoor kan niet ook worden gecorrigeerd. Vink hem uit.',
  'constant-covariate':
    'Kolom {column} is voor alle vergeleken trajecten gelijk; er valt niet voor te corrigeren. Vink hem uit.',
  'collinear-covariate':
    'Kolom {column} volgt volledig uit de andere gekozen kolommen. Vink een van die kolommen uit.',
  'min-members-range':
    'Er zijn minstens {minimum} instellingen nodig; het gevraagde aantal mag alleen hoger zijn.',
  'unknown-own':
    'Uw instelling zit niet in deze vergelijking. Controleer de naam en of er minstens 10 patiënten zijn.',
  'no-reliability':
    'Zonder betrouwbaarheid van het meetinstrument zijn er geen klassen. Vul haar in bij de keuzes.',
  'no-outcome-column': 'Het bestand heeft geen uitkomst: voor- en nameting (kolommen pre en post) ontbreken.',
  'no-duration-column':
    'Het bestand heeft geen behandelduur: begin en einde (kolommen start en end) ontbreken.',
  'design-conversion':
    'De opzet vraagt omrekentabel {wanted}; gekozen is {found}. Kies de afgesproken tabel.',
  'balance-order':
    'De vaste prijzen of grenzen spreken tegen dat zwaarder nooit goedkoper is, bij de clusters {clusters}. Laat een vaste prijs los, verruim de grenzen of haal het vinkje bij ‘zwaarder nooit goedkoper’ weg.',
  'balance-unknown-cluster': 'De prijslijst heeft geen cluster {cluster}; vast te houden zijn: {clusters}.',
  'solve-several-rows':
    'De prijslijst heeft meer prijzen voor cluster {cluster} per {unit}, op de regels {rows}. Kies de regel met de juiste setting en verzekeraar.',
  'xmr-columns':
    'Kolom {column} ontbreekt; een verloop in de tijd heeft die nodig. Wijs de kolom aan bij de kolommen van de gegevensset.',
  'xmr-several-members':
    'Kolom {column} bevat {found} instellingen; een verloop is van één instelling. Kies er een.',
  'xmr-unknown-member': 'De gekozen instelling komt niet voor in kolom {column}.',
  'result-not-json': 'Bestand {name} is geen bijdrage en geen bewaarde vergelijking. Kies een ander bestand.',
  'sheet-not-used': 'Dit bestand heeft geen tabbladen; het gekozen tabblad doet hier niets.',
  'map-unknown-column': 'Zorgcluster kent geen kolom {column}. Kies uit: {allowed}.',
  'map-header-missing':
    'Het bestand heeft geen kolom {header}, die voor {column} is aangewezen. Neem een kolomnaam over zoals die in het bestand staat; het meest gelijkend: {nearest}.',
  'column-double':
    'Kolom {column} kan ook {canonical} zijn, maar daarvoor is {used} gelezen. Is dat verkeerd, wijs dan de juiste kolom aan.',
  'strict-rejected':
    'Afgekeurd: {rejected} van de {read} rijen, en er mag er geen enkele zijn. Verbeter ze en stuur het bestand opnieuw.',
  'number-other-decimal':
    'Kolom {column}: deze waarde gebruikt een ander decimaalteken dan de rest van de kolom. Schrijf alle getallen op dezelfde manier, of kies het decimaalteken.',
  'date-other-order':
    'Kolom {column}: dag en maand staan hier andersom dan in de rest van de kolom. Schrijf alle datums op dezelfde manier, of kies de volgorde.',
  'duplicate-episode':
    'Deze combinatie van patiënt en traject ({column}) stond al in een eerdere rij; de eerste telt. Verwijder de dubbele of geef het traject een eigen nummer. Zijn het afnamen van één traject, kies dan bij het laden dat een traject meer afnamen kan hebben.',
  'assessment-incomplete':
    'Kolom {column}: bij meer afnamen per traject heeft elke rij een patiënt en een datum nodig. Vul het veld in.',
  'assessment-amount-repeated':
    'Kolom {column}: hetzelfde bedrag of aantal staat bij meer afnamen van een traject, en telt bij elke afname. Verdeel het over de afnamen, of zet bij alle behalve de eerste een 0.',
  'instrument-mixed':
    'Kolom {column} bevat {n} meetinstrumenten; hun scores zijn niet met elkaar te vergelijken. Kies er een bij de filters.',
  'rules-cluster-default':
    'Geen hoofdgroepen gegeven: typen 1-8 horen bij X, 10-17 bij Y en 18-21 bij Z, naar het nummer van de code.',
  'rules-cluster-no-supercluster':
    '{count} type(n) zonder hoofdgroep: {examples}. Stuur ook het bestand met hoofdgroepen mee (kolommen type en hoofdgroep).',
  'rules-no-red-rules':
    'Geen rode lijst gegeven: geen enkel type is ooit onmogelijk. Stuur het bestand met de rode lijst mee als die er is.',
  'rules-id-taken': 'Er is al een andere regelset {id}. Kies een andere naam.',
  'rules-stored': 'Regelset {id} is bewaard. Een officiële wordt vanaf de geldigheidsdatum vanzelf gekozen.',
  'rules-import-files': 'Kies de werkmap, of de bestanden met coëfficiënten en constanten.',
  'supercluster-option': 'Dit is geen hoofdgroep van de regelset. Kies een van: {allowed}.',
  'simulate-open-episodes':
    'Het bestand heeft open zorgtrajecten en de prijslijst telt dagen, maar het scenario heeft geen peildatum. Kies een scenario met een peildatum; de laatste datum in het bestand is {lastDate}.',
  'simulate-unpriced-strict':
    '{episodes} zorgtrajecten hebben (deels) geen prijs. Vul de prijslijst aan voor: {clusters}.',
};
