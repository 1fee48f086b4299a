import { Alert, Button, Skeleton, Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconInfoCircle, IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import { type Code, CODE_LISTS, type CodeList, isClosedList } from '#shared/domain/codes/code.ts';

import { nameOf, useCodes } from '../../client/codes.ts';
import { useLeads } from '../../client/role.ts';
import { useFormats } from '../../ui/formats.ts';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CodeDialog } from './code-dialog.tsx';
import { inOrder, lastPosition } from './code-order.ts';
import { CodeTable } from './code-table.tsx';
import classes from './codes.module.css';
import { EndDialog } from './end-dialog.tsx';

/** Which list is shown, as it stands in the address. */
export const codeListsSearchSchema = z.object({
  list: z.enum(CODE_LISTS).optional().catch(undefined),
});

/** Narrower windows have the lists above the table, whose columns would not fit beside them. */
const ROOM_BESIDE = '(min-width: 90em)';

type Doing =
  | { readonly kind: 'word'; readonly code: Code | undefined }
  | { readonly kind: 'end'; readonly code: Code };

/** The lists of codes of the zone: what their values are called, in which order, from when to when. */
export function CodeListsPage() {
  const { t } = useTranslation('codes');
  const navigate = useNavigate();
  const list = useSearch({ from: '/code-lists' }).list ?? CODE_LISTS[0];
  const hasRoomBeside = useMediaQuery(ROOM_BESIDE, true);
  return (
    <Page title={t('title')} description={t('description')}>
      <Tabs
        orientation={hasRoomBeside ? 'vertical' : 'horizontal'}
        keepMounted={false}
        value={list}
        classNames={{ root: classes.lists ?? '', panel: classes.panel ?? '' }}
        onChange={(chosen) => {
          const next = CODE_LISTS.find((known) => known === chosen);
          void navigate({ to: '/code-lists', search: { list: next }, replace: true });
        }}
      >
        <Tabs.List aria-label={t('title')}>
          {CODE_LISTS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`list.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={list}>
          <OneList key={list} list={list} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function OneList(props: { readonly list: CodeList }) {
  const { list } = props;
  const { t } = useTranslation('codes');
  const formats = useFormats();
  const mayChange = useLeads();
  const all = useCodes().all;
  const [doing, setDoing] = useState<Doing>();
  const codes = inOrder(all.filter((code) => code.list === list));
  const done = (): void => {
    setDoing(undefined);
  };
  return (
    <Panel
      flush
      title={t(`list.${list}`)}
      aside={
        !isClosedList(list) &&
        mayChange && (
          <Button
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              setDoing({ kind: 'word', code: undefined });
            }}
          >
            {t('add')}
          </Button>
        )
      }
    >
      <Alert
        className={classes.rule}
        icon={<IconInfoCircle size={18} />}
        color="gray"
        radius={0}
        role="note"
      >
        {t(mayChange ? (isClosedList(list) ? 'ruleClosed' : 'rule') : 'forLeads')}
      </Alert>
      {codes.length === 0 ? (
        <Skeleton height={240} />
      ) : (
        <CodeTable
          list={list}
          codes={codes}
          mayChange={mayChange}
          onWord={(code) => {
            setDoing({ kind: 'word', code });
          }}
          onEnd={(code) => {
            setDoing({ kind: 'end', code });
          }}
        />
      )}
      {doing?.kind === 'word' && (
        <CodeDialog list={list} code={doing.code} position={lastPosition(codes)} onClosed={done} />
      )}
      {doing?.kind === 'end' && (
        <EndDialog code={doing.code} name={nameOf(doing.code, formats.language)} onClosed={done} />
      )}
    </Panel>
  );
}
