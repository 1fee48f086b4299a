/** What an address ends with that leads to a part of the page of a dossier or an action. */
export const PART = {
  ladder: 'ladder',
  contacts: 'contacts',
  dose: 'dose',
  outcome: 'outcome',
} as const;
