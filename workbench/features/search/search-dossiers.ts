import type { DossierHit } from '#shared/contract/search.ts';
import { type Action, actionSchema } from '#shared/domain/actions/action.ts';
import { CHEERS, type Dossier, dossierSchema } from '#shared/domain/actions/dossier.ts';
import { countTerms, excerpt } from '#shared/domain/search/highlight.ts';
import { readQuery, type SearchQuery } from '#shared/domain/search/search-query.ts';

import type { OpenFile } from '../../context.ts';
import {
  findCaseworkTexts,
  type FoundCaseworkRow,
} from '../../store/repositories/casework-search.ts';
import { EXCERPT_LENGTH, type PageAsked, pageOf, type SearchPage } from './search-page.ts';
import { walkBeginnings } from './walk-beginnings.ts';

type Read =
  | { readonly kind: 'dossier'; readonly row: Dossier }
  | { readonly kind: 'action'; readonly row: Action };

/**
 * Dossiers and actions that hold what was typed, those that came last first. Throws INVALID_FIELD for a cursor that is
 * not ours.
 */
export async function searchDossiers(
  { store }: OpenFile,
  asked: PageAsked,
): Promise<SearchPage<DossierHit>> {
  const query = readQuery(asked.text);
  const walk = {
    query,
    find: (wanted: SearchQuery, before: number | null, most: number) =>
      findCaseworkTexts(store.read, wanted, before, most).execute(),
    textsOf: (row: FoundCaseworkRow) => {
      const read = readRow(row);
      return read ? [read.row.title, ...textsOf(read)] : [];
    },
  };
  const page = await pageOf(
    asked,
    query,
    (cursor, limit) => walkBeginnings(walk, cursor, limit),
    (row) => {
      const read = readRow(row);
      return read ? [hitOf(read, query)] : [];
    },
  );
  return { ...page, rows: page.rows.flat() };
}

/** A row that a newer desk wrote otherwise is left out. */
function readRow({ id, entity, fields }: FoundCaseworkRow): Read | undefined {
  const row: unknown = { ...(JSON.parse(fields) as object), id };
  if (entity === 'dossier') {
    const read = dossierSchema.safeParse(row);
    return read.success ? { kind: 'dossier', row: read.data } : undefined;
  }
  const read = actionSchema.safeParse(row);
  return read.success ? { kind: 'action', row: read.data } : undefined;
}

/** Everything that was written besides the title, as the index holds it. */
function textsOf({ kind, row }: Read): readonly string[] {
  if (kind === 'dossier') {
    return [row.scanning, row.analysis, row.assessment, ...CHEERS.map((question) => row[question])];
  }
  const { aim, sign, differs, answerReason, verdictNote, feedback, learned } = row;
  return [aim, sign?.what ?? '', differs, answerReason, verdictNote, feedback?.text ?? '', learned];
}

function hitOf(read: Read, query: SearchQuery): DossierHit {
  const { row } = read;
  const best = textsOf(read).reduce(
    (most, text) => {
      const count = countTerms(text, query);
      return count > most.count ? { text, count } : most;
    },
    { text: '', count: 0 },
  );
  const whole = {
    id: row.id,
    title: row.title,
    excerpt: excerpt(best.text, query, EXCERPT_LENGTH),
  };
  if (read.kind === 'dossier') {
    return { ...whole, kind: 'dossier', dossierId: row.id, state: read.row.state };
  }
  const { dossierId, state, endsOn } = read.row;
  return { ...whole, kind: 'action', dossierId, state, endsOn };
}
