import { z } from 'zod';

import { contactFilterSchema } from '#shared/domain/contacts/contact-filter.ts';
import {
  columnWidthsSchema,
  CONTACT_GROUPINGS,
  CONTACT_SORTS,
  contactColumnsSchema,
  type ContactSort,
  type ContactView,
  DEFAULT_COLUMNS,
  NEWEST_FIRST,
} from '#shared/domain/contacts/contact-view.ts';

/** A sort as it stands in the address: the key, with a minus in front when it goes down. */
const SORT_TEXTS = CONTACT_SORTS.flatMap((by) => [by, `-${by}`] as const);

const viewShape = {
  ...contactFilterSchema.shape,
  sort: z.enum(SORT_TEXTS).optional(),
  group: z.enum(CONTACT_GROUPINGS).optional(),
  columns: contactColumnsSchema.optional(),
  widths: columnWidthsSchema.optional(),
};

/** The whole view, and nothing else: what a link that somebody was sent must be. */
export const strictSearchSchema = z.strictObject(viewShape);
export type ContactSearch = z.infer<typeof strictSearchSchema>;

/** The view as it stands in the address of this window; what cannot be read there does not narrow. */
export const contactSearchSchema = z.object({
  from: viewShape.from.catch(undefined),
  to: viewShape.to.catch(undefined),
  reason: viewShape.reason.catch(undefined),
  neighbourhoodId: viewShape.neighbourhoodId.catch(undefined),
  streetId: viewShape.streetId.catch(undefined),
  authorId: viewShape.authorId.catch(undefined),
  channel: viewShape.channel.catch(undefined),
  feeling: viewShape.feeling.catch(undefined),
  problem: viewShape.problem.catch(undefined),
  nextStep: viewShape.nextStep.catch(undefined),
  sensitivity: viewShape.sensitivity.catch(undefined),
  openPromise: viewShape.openPromise.catch(undefined),
  withdrawn: viewShape.withdrawn.catch(undefined),
  amended: viewShape.amended.catch(undefined),
  sort: viewShape.sort.catch(undefined),
  group: viewShape.group.catch(undefined),
  columns: viewShape.columns.catch(undefined),
  widths: viewShape.widths.catch(undefined),
});

export function viewOf(search: ContactSearch): ContactView {
  const { sort, group, columns, widths, ...filter } = search;
  return {
    filter: withoutAbsent(filter),
    sort: sortOf(sort),
    group: group ?? null,
    columns: columns ?? [...DEFAULT_COLUMNS],
    ...(widths && { widths }),
  };
}

/** The view as an address, without what is usual. */
export function searchOf(view: ContactView): ContactSearch {
  const { filter, sort, group, columns, widths } = view;
  const isUsual = (one: readonly string[], other: readonly string[]) =>
    one.length === other.length && one.every((value, index) => value === other[index]);
  return withoutAbsent({
    ...filter,
    sort:
      sort.by === NEWEST_FIRST.by && sort.descending === NEWEST_FIRST.descending
        ? undefined
        : sortText(sort),
    group: group ?? undefined,
    columns: isUsual(columns, DEFAULT_COLUMNS) ? undefined : columns,
    widths: Object.keys(widths ?? {}).length === 0 ? undefined : widths,
  });
}

export function sortText({ by, descending }: ContactSort): (typeof SORT_TEXTS)[number] {
  return descending ? `-${by}` : by;
}

function sortOf(text: ContactSearch['sort']): ContactSort {
  const by = CONTACT_SORTS.find((key) => text === key || text === `-${key}`);
  return by ? { by, descending: text?.startsWith('-') === true } : NEWEST_FIRST;
}

/** Without the fields that are undefined: equal views are equal keys and equal addresses. */
function withoutAbsent<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Fields;
}
