import { Button, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';
import { hasEnded, isPastEnd } from '#shared/domain/actions/action.ts';
import { hasDays } from '#shared/domain/actions/dose.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { MeasureDialog } from './measure-dialog.tsx';
import { MeasureRow } from './measure-row.tsx';

/** What is done on which stretch: dose planned and delivered, side by side. */
export function MeasuresPanel(props: {
  readonly action: PlannedAction;
  readonly page: DossierPage;
}) {
  const { action, page } = props;
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const [isNew, setNew] = useState(false);
  const isEnded = hasEnded(action);
  const isAllCounted = action.dose.counted === action.dose.delivered;
  const isOver = isEnded || isPastEnd(action, dayOf(new Date().toISOString()));
  const add = !isOver && (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconPlus size={15} aria-hidden />}
      onClick={() => {
        setNew(true);
      }}
    >
      {t('measure.add')}
    </Button>
  );
  return (
    <Panel title={t('measure.title')} aside={action.measures.length > 0 ? add : undefined}>
      {action.measures.length === 0 ? (
        <EmptyState
          icon={<IconPlus size={22} />}
          title={t('measure.none')}
          text={t('measure.noneText')}
          action={add}
        />
      ) : (
        <>
          <Table.ScrollContainer minWidth={560}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('where')}</Table.Th>
                  <Table.Th>{t('measure.what')}</Table.Th>
                  <Table.Th>{t('measure.dose')}</Table.Th>
                  <Table.Th>{t('measure.delivered')}</Table.Th>
                  {!isEnded && <Table.Th>{t('measure.do')}</Table.Th>}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {action.measures.map((measure) => (
                  <MeasureRow key={measure.id} action={action} measure={measure} page={page} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <Text size="sm" mt="sm">
            {hasDays(action)
              ? t(isAllCounted ? 'measure.whole' : 'measure.wholeCounted', {
                  delivered: formats.number(action.dose.delivered),
                  counted: formats.number(action.dose.counted),
                  planned: formats.number(action.owed),
                  share: formats.number(Math.round(action.share * 100)),
                })
              : t('measure.wholeNoDays')}
          </Text>
        </>
      )}
      {isNew && (
        <MeasureDialog
          action={action}
          page={page}
          onClose={() => {
            setNew(false);
          }}
        />
      )}
    </Panel>
  );
}
