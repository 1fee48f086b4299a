import { stringify } from 'csv-stringify/sync';

import type { DealFile, DealFileRequest } from '#shared/contract/action-deals.ts';
import type { Disclosed } from '#shared/contract/exports.ts';
import { actionSchema } from '#shared/domain/actions/action.ts';
import {
  type Deal,
  dealSchema,
  problemOfDeal,
  sheetLines,
  subjectOut,
} from '#shared/domain/actions/deal.ts';
import { type Dossier, dossierSchema } from '#shared/domain/actions/dossier.ts';
import { open311Request } from '#shared/domain/actions/open311.ts';
import { boundsOf, type Position } from '#shared/domain/territory/geometry.ts';
import { dayInterval, dayOf, type Instant } from '#shared/lib/dates.ts';
import { fileNamePart } from '#shared/lib/file-name.ts';

import type { OpenFile } from '../../context.ts';
import { WorkbenchError } from '../../errors.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { partnerById } from '../../store/repositories/partner-repository.ts';
import { segmentsNamed } from '../../store/repositories/segment-repository.ts';
import { NO_CONTACTS, recordDisclosure } from '../exports/index.ts';
import { rowOf } from './change-row.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A deal as a file for the partner: only the fields that were chosen, in its name as well, and nothing that is an assessment.
 * That it left is kept before it is handed over. Throws NOT_FOUND (deal, partner); INVALID_FIELD (ground,
 * parties: missing) for a deal that names a person without a ground; STORAGE_FULL.
 */
export async function writeDealFile(file: OpenFile, request: DealFileRequest): Promise<DealFile> {
  const { made, deal, recipient, items } = await makeDealFile(file, request);
  const { format } = request;
  const subject = disclosedDeal(deal);
  await recordDisclosure(file, { format, subject, items, include: NO_CONTACTS, recipient });
  return made;
}

function disclosedDeal({ id, dossierId, parties }: Deal): Disclosed {
  return { what: 'deal', dealId: id, dossierId, persons: parties.length > 0 };
}

async function makeDealFile(file: OpenFile, request: DealFileRequest) {
  const { read } = file.store;
  const deal = await rowOf(read, dealSchema, 'deal', request.id);
  const problem = problemOfDeal(deal);
  if (problem) throw new WorkbenchError('INVALID_FIELD', { field: problem, reason: 'missing' });
  const partner = await partnerById(read, deal.partnerId);
  if (!partner) throw new WorkbenchError('NOT_FOUND', { what: 'partner' });
  const lines = sheetLines(deal, request.words);
  const parts = [partner.name, ...subjectOut(deal, request.subject)];
  const name = [dayOf(file.store.clock.now()), ...parts.map(fileNamePart)]
    .filter(Boolean)
    .join('-');
  const kept = { deal, recipient: partner.name, items: lines.length };
  if (request.format === 'csv') {
    const rows = [
      ...request.head,
      ...lines.map(({ field, text }) => [request.titles[field] ?? field, text]),
    ];
    const text = stringify(rows, {
      delimiter: ';',
      record_delimiter: 'windows',
      escape_formulas: true,
    });
    return { ...kept, made: { fileName: `${name}.csv`, text: BYTE_ORDER_MARK + text } };
  }
  const dossier = await rowOf(read, dossierSchema, 'dossier', deal.dossierId);
  const asked = open311Request({
    id: deal.id,
    service: serviceOf(dossier, deal, request.words.problem),
    agency: partner.name,
    asked: deal.theyDo,
    requestedAt: await madeAt(read, deal),
    dueOn: deal.theyDueOn,
    doneOn: deal.theyDoneOn,
    address: lines.find(({ field }) => field === 'place')?.text ?? '',
    position: deal.fieldsOut.includes('place') ? await middleOf(file, dossier.segments) : null,
    lines: lines.filter(({ field }) => field !== 'place').map(({ text }) => text),
  });
  const made = { fileName: `${name}.json`, text: JSON.stringify([asked], null, 2) };
  return { ...kept, made };
}

/**
 * When the deal was made: as its day begins, since its hour is not kept. A row from before that day was kept says when
 * its action was proposed, the last that is known to have come before.
 */
async function madeAt(read: ReadHandle, { madeOn, actionId }: Deal): Promise<Instant> {
  if (madeOn !== null) return dayInterval(madeOn)[0];
  return (await rowOf(read, actionSchema, 'action', actionId)).proposedAt;
}

/**
 * Of which kind the request is, which the format asks. Where the problem was not chosen to go out it is any: neither
 * its code nor the title of the dossier, which may be words of a resident, says it in its place.
 */
function serviceOf({ problem }: Dossier, { fieldsOut }: Deal, words: string) {
  const isOut = fieldsOut.includes('problem') && problem !== null && words !== '';
  return isOut ? { code: problem, name: words } : { code: ANY_SERVICE, name: ANY_SERVICE };
}

const ANY_SERVICE = 'other';

/** The middle of the stretches: of a street, never of somebody's door. */
async function middleOf(
  { store }: OpenFile,
  segmentIds: readonly string[],
): Promise<Position | null> {
  const points = (await segmentsNamed(store.read, segmentIds)).flatMap(({ line }) => line);
  const bounds = boundsOf(points);
  if (!bounds) return null;
  const [west, south, east, north] = bounds;
  return [(west + east) / 2, (south + north) / 2];
}
