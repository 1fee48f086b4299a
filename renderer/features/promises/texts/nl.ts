export const nl = {
  late: '{{span}} te laat',
  close: 'Afsluiten',
  closeTitle: 'Belofte afsluiten',
  closeDo: 'Afsluiten',
  keptQuestion: 'Is de belofte gehouden?',
  kept: 'Gehouden',
  notKept: 'Niet gehouden',
  outcome: 'Wat heb je de bewoner gezegd',
  outcomeHint: 'Zo weet een collega later wat er beloofd en geantwoord is.',
  outcomeMissing: 'Schrijf op wat de bewoner te horen kreeg.',
  outcomeTooLong_one:
    '“Wat heb je de bewoner gezegd” is {{excess}} teken te lang: hoogstens {{most}}. Er is niets geschrapt.',
  outcomeTooLong_other:
    '“Wat heb je de bewoner gezegd” is {{excess}} tekens te lang: hoogstens {{most}}. Er is niets geschrapt.',
  closedKept: 'Belofte gehouden en afgesloten.',
  closed: 'Belofte afgesloten.',
};
