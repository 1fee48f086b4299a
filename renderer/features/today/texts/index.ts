import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    today: typeof nl;
  }
}

export const todayTexts = { nl, fr, en };
