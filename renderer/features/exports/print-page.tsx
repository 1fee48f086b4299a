import { Button, Group, Loader } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { Contact } from '#shared/domain/contacts/contact.ts';
import type { ContactColumn } from '#shared/domain/contacts/contact-view.ts';
import { mayLeave } from '#shared/domain/contacts/hand-out.ts';

import { useErrorText } from '../../client/error-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Page } from '../../ui/page.tsx';
import { searchOf, viewOf } from '../views/index.ts';
import { useAboutExport } from './export-words.ts';
import classes from './print-page.module.css';
import { type PrintRows, usePrintRows } from './use-print-rows.ts';
import { usePrinting } from './use-printing.ts';

export interface PrintPageProps {
  /** What a column shows of a contact, as the list does. */
  readonly useCellText: () => (column: ContactColumn, contact: Contact) => ReactNode;
}

/** The list as a page for paper: what was asked in its head, then the table, with its head on each sheet. */
export function PrintPage({ useCellText }: PrintPageProps) {
  const { t } = useTranslation('exports');
  const errorText = useErrorText();
  const {
    restricted,
    assessments: asked,
    recipient,
    ...search
  } = useSearch({ from: '/contacts-print' });
  // The address may ask for both; what is for somebody else shows no assessment.
  const { assessments } = mayLeave({ assessments: asked }, recipient);
  const view = useMemo(() => viewOf(search), [search]);
  const { filter } = view;
  const answer = usePrintRows(
    view,
    restricted
      ? filter
      : filter.sensitivity === 'restricted'
        ? undefined
        : { ...filter, sensitivity: 'normal' },
  );
  const about = useAboutExport(view)({ restricted, assessments }, recipient);
  const { print, problem } = usePrinting(
    answer.data &&
      ((client, id) =>
        client.exports.printed({
          id,
          view,
          include: { restricted, assessments },
          recipient,
          contacts: answer.data.rows.length,
        })),
  );
  const cell = useCellText();
  return (
    <Page
      title={t('page.title')}
      actions={
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            renderRoot={(props) => <Link {...props} to="/contacts" search={searchOf(view)} />}
          >
            {t('page.back')}
          </Button>
          <Button
            leftSection={<IconPrinter size={16} aria-hidden />}
            disabled={!answer.isSuccess}
            onClick={print}
          >
            {t('page.print')}
          </Button>
        </Group>
      }
    >
      {problem !== undefined && <FailureNotice text={problem} />}
      {answer.isPending && <Loader role="status" aria-label={t('page.loading')} />}
      {answer.isError && (
        <FailureNotice text={errorText(answer.error)} onRetry={() => void answer.refetch()} />
      )}
      {answer.data && (
        <article className={classes.sheet} data-print-sheet>
          <h2>{t('page.heading')}</h2>
          <dl className={classes.about}>
            {about.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <Count data={answer.data} />
          <ContactsOnPaper
            rows={answer.data.rows}
            columns={view.columns.filter((column) => column !== 'state')}
            assessments={assessments}
            cell={cell}
          />
        </article>
      )}
    </Page>
  );
}

function Count({ data }: { readonly data: PrintRows }) {
  const { t } = useTranslation('exports');
  const formats = useFormats();
  const { rows } = data;
  const total = formats.number(data.total);
  if (data.total === 0) return <p>{t('page.none')}</p>;
  return (
    <p>
      {rows.length < data.total
        ? t('page.first', { shown: formats.number(rows.length), total })
        : t('page.count', { count: data.total, total })}
    </p>
  );
}

function ContactsOnPaper(props: {
  readonly rows: readonly Contact[];
  readonly columns: readonly ContactColumn[];
  readonly assessments: boolean;
  readonly cell: (column: ContactColumn, contact: Contact) => ReactNode;
}) {
  const { rows, columns, assessments, cell } = props;
  const { t } = useTranslation('exports');
  const { t: views } = useTranslation('views');
  const formats = useFormats();
  if (rows.length === 0) return null;
  return (
    <div className={classes.scroll} role="region" tabIndex={0} aria-label={t('page.table')}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {views(`column.${column}`)}
              </th>
            ))}
            {assessments && <th scope="col">{t('titles.assessment')}</th>}
            <th scope="col">{t('titles.remark')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((contact) => (
            <tr key={contact.id} data-withdrawn={contact.withdrawn || undefined}>
              {columns.map((column) => (
                <td key={column}>
                  {/* On paper there is no "today". */}
                  {column === 'when'
                    ? formats.moment(contact.occurredAt)
                    : column === 'logged'
                      ? formats.moment(contact.loggedAt)
                      : cell(column, contact)}
                </td>
              ))}
              {assessments && <td>{contact.assessment}</td>}
              <td>
                {[
                  ...(contact.withdrawn ? [t('withdrawn')] : []),
                  ...(contact.amendments > 0 ? [t('amended')] : []),
                ].join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
