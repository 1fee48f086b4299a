import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    outcome: typeof nl;
  }
}

export const outcomeTexts = { nl, fr, en };
