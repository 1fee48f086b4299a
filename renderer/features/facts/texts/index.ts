import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    facts: typeof nl;
  }
}

export const factsTexts = { nl, fr, en };
