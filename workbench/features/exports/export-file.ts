import type { Contact } from '#shared/domain/contacts/contact.ts';

/** How a format writes contacts: a beginning, part after part, and an end. */
export interface ExportFile {
  /** Of the file's name. */
  readonly ending: string;
  begin(): string;
  /** Contacts that the format cannot hold are left out of `written`. */
  part(contacts: readonly Contact[]): { readonly text: string; readonly written: number };
  end(): string;
}
