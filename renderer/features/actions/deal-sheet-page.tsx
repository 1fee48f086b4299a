import { Button, Group } from '@mantine/core';
import { IconFileDownload, IconPrinter } from '@tabler/icons-react';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';
import { type Deal, sheetLines, subjectOut } from '#shared/domain/actions/deal.ts';
import { FIELDS_OUT } from '#shared/domain/actions/vocabulary.ts';

import { useReporter } from '../../client/reporter.ts';
import { saveAs } from '../../client/transfers.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Page } from '../../ui/page.tsx';
import { Sheet, usePrinting } from '../exports/index.ts';
import classes from './actions.module.css';
import { useDealSubject, useHandOut, useSheetHead } from './deal-words.ts';
import { Missing } from './missing.tsx';
import { useDossier, usePartners } from './queries.ts';

const TYPES = { csv: 'text/csv;charset=utf-8', open311: 'application/json' } as const;

/** What a partner gets of a deal: on paper, or as a file; without an account. */
export function DealSheetPage() {
  const { dealId } = useParams({ from: '/deal-print/$dealId' });
  const { dossier } = useSearch({ from: '/deal-print/$dealId' });
  const { t } = useTranslation('actions');
  const answer = useDossier(dossier);
  const action = answer.data?.actions.find(({ deals }) => deals.some(({ id }) => id === dealId));
  const deal = action?.deals.find(({ id }) => id === dealId);
  if (!answer.data || !action || !deal) return <Missing answer={answer} title={t('gone')} />;
  return <DealSheet page={answer.data} action={action} deal={deal} />;
}

function DealSheet(props: {
  readonly page: DossierPage;
  readonly action: PlannedAction;
  readonly deal: Deal;
}) {
  const { page, action, deal } = props;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const report = useReporter();
  const formats = useFormats();
  const words = useHandOut(page, action, deal);
  const subject = useDealSubject(page, action);
  const head = useSheetHead()?.(page, action, deal);
  const rows = sheetLines(deal, words).map(({ field, text }) => ({
    id: field,
    cells: [t(`out.${field}`), text],
  }));
  const recipient = usePartners().data?.find(({ id }) => id === deal.partnerId)?.name;
  // The title of the action stays here: it was typed, and may be words of a resident.
  const about = [
    ...subjectOut(deal, subject),
    ...(deal.madeOn === null ? [] : [formats.day(deal.madeOn)]),
  ];
  const { print, problem } = usePrinting(
    recipient === undefined
      ? undefined
      : (workbench, id) =>
          workbench.exports.printedSheet({
            id,
            subject: {
              what: 'deal',
              dealId: deal.id,
              dossierId: deal.dossierId,
              persons: deal.parties.length > 0,
            },
            items: rows.length,
            recipient,
          }),
  );
  const save = async (format: 'csv' | 'open311'): Promise<void> => {
    if (head === undefined) return;
    const titles = Object.fromEntries(FIELDS_OUT.map((field) => [field, t(`out.${field}`)]));
    const request = { id: deal.id, format, words, subject, titles, head };
    const made = await client.actions.dealFile(request);
    saveAs(new Blob([made.text], { type: TYPES[format] }), made.fileName);
  };
  return (
    <Page
      title={t('deal.sheet')}
      lead={
        <Link
          className={classes.link}
          to="/actions/$actionId"
          params={{ actionId: action.id }}
          search={{ dossier: page.dossier.id }}
        >
          {t('backTo', { title: action.title })}
        </Link>
      }
      actions={
        <Group gap="xs">
          {(['csv', 'open311'] as const).map((format) => (
            <Button
              key={format}
              variant="default"
              disabled={head === undefined}
              leftSection={<IconFileDownload size={17} aria-hidden />}
              onClick={() => {
                report(save(format));
              }}
            >
              {t(`deal.file.${format}`)}
            </Button>
          ))}
          <Button
            leftSection={<IconPrinter size={17} aria-hidden />}
            disabled={recipient === undefined || head === undefined}
            onClick={print}
          >
            {t('deal.print')}
          </Button>
        </Group>
      }
    >
      {problem !== undefined && <FailureNotice text={problem} />}
      <Sheet
        heading={t('deal.heading', { subject: about.join(' · ') || recipient })}
        about={head ?? []}
        count={t('deal.noAssessment')}
        label={t('deal.out')}
        head={[t('deal.field'), t('deal.says')]}
        rows={rows}
      />
    </Page>
  );
}
