import { ActionIcon, Badge, Button, Group, Table, useComputedColorScheme } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import {
  type Code,
  type CodeList,
  isClosedList,
  REASON_FAMILIES,
} from '#shared/domain/codes/code.ts';
import { dayOf, isValidOn, OPEN_END } from '#shared/lib/dates.ts';

import { nameOf } from '../../client/codes.ts';
import { useReporter } from '../../client/reporter.ts';
import { paletteOf } from '../../map/palette.ts';
import { useFormats } from '../../ui/formats.ts';
import { placingsFor } from './code-order.ts';
import classes from './codes.module.css';
import { useChangeCodes } from './use-change-codes.tsx';

interface CodeTableProps {
  readonly list: CodeList;
  /** In the order of the zone. */
  readonly codes: readonly Code[];
  /** Without this they are only shown. */
  readonly mayChange: boolean;
  readonly onWord: (code: Code) => void;
  readonly onEnd: (code: Code) => void;
}

/** The codes of one list in their order, each with what can be done with it. */
export function CodeTable(props: CodeTableProps) {
  const { list, codes, mayChange } = props;
  const { t } = useTranslation('codes');
  const { t: map } = useTranslation('map');
  const formats = useFormats();
  const report = useReporter();
  const change = useChangeCodes();
  const { families } = paletteOf(useComputedColorScheme('light'));
  const isClosed = isClosedList(list);
  const isReason = list === 'contact-reason';
  const today = dayOf(new Date().toISOString());
  const wrapper = useRef<HTMLDivElement>(null);
  const focusNext = useRef<string>(null);
  // A row that changed places loses the focus with it; the next step is one more press of the same key.
  useEffect(() => {
    if (focusNext.current === null) return;
    const button = wrapper.current?.querySelector<HTMLElement>(
      `[data-move="${CSS.escape(focusNext.current)}"]`,
    );
    button?.focus();
    focusNext.current = null;
  }, [codes]);

  const move = (code: Code, step: 1 | -1): void => {
    const placings = placingsFor(codes, code.id, step);
    const byId = new Map(codes.map((one) => [one.id, one]));
    const changes = placings.flatMap(({ id, position }) => {
      const placed = byId.get(id);
      return placed ? [{ code: placed, fields: { position } }] : [];
    });
    if (changes.length === 0) return;
    focusNext.current = `${code.id} ${step}`;
    report(change(changes, t('moved', { name: nameOf(code, formats.language) })));
  };
  const takeUp = (code: Code): void => {
    const name = nameOf(code, formats.language);
    report(change([{ code, fields: { validTo: OPEN_END } }], t('takenUp', { name })));
  };

  return (
    <Table.ScrollContainer minWidth={620} ref={wrapper}>
      <Table verticalSpacing="xs" horizontalSpacing="sm" aria-label={t(`list.${list}`)}>
        <Table.Thead>
          <Table.Tr>
            {!isClosed && mayChange && <Table.Th className={classes.order}>{t('order')}</Table.Th>}
            <Table.Th>{t('nameNl')}</Table.Th>
            <Table.Th>{t('nameFr')}</Table.Th>
            <Table.Th>{t('nameEn')}</Table.Th>
            {isReason && <Table.Th>{t('family')}</Table.Th>}
            {!isClosed && <Table.Th>{t('validity')}</Table.Th>}
            {mayChange && <Table.Th className={classes.actions}>{t('actions')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {codes.map((code, index) => {
            const name = nameOf(code, formats.language);
            const family = REASON_FAMILIES.find((known) => known === code.family);
            const isOver = code.validTo <= today;
            return (
              <Table.Tr key={code.id} data-over={isOver || undefined} className={classes.code}>
                {!isClosed && mayChange && (
                  <Table.Td>
                    <Group gap={2} wrap="nowrap">
                      {([-1, 1] as const).map((step) => {
                        const Icon = step === -1 ? IconArrowUp : IconArrowDown;
                        return (
                          <ActionIcon
                            key={step}
                            variant="subtle"
                            color="gray"
                            data-move={`${code.id} ${step}`}
                            aria-label={t(step === -1 ? 'up' : 'down', { name })}
                            aria-disabled={codes[index + step] === undefined || undefined}
                            className={classes.move}
                            onClick={() => {
                              move(code, step);
                            }}
                          >
                            <Icon size={16} />
                          </ActionIcon>
                        );
                      })}
                    </Group>
                  </Table.Td>
                )}
                <Table.Td fw={550} data-name>
                  {code.nameNl}
                </Table.Td>
                <Table.Td lang="fr">{code.nameFr}</Table.Td>
                <Table.Td lang="en">{code.nameEn}</Table.Td>
                {isReason && (
                  <Table.Td>
                    {family && (
                      <span className={classes.family}>
                        <span
                          className={classes.dot}
                          style={{ background: families[family] }}
                          aria-hidden
                        />
                        {map(`family.${family}`)}
                      </span>
                    )}
                  </Table.Td>
                )}
                {!isClosed && (
                  <Table.Td>
                    <Validity code={code} isNow={isValidOn(code, today)} />
                  </Table.Td>
                )}
                {mayChange && (
                  <Table.Td>
                    <Group gap={4} wrap="nowrap" justify="flex-end">
                      <ActionIcon
                        variant="subtle"
                        aria-label={t('word', { name })}
                        title={t('word', { name })}
                        onClick={() => {
                          props.onWord(code);
                        }}
                      >
                        <IconPencil size={16} aria-hidden />
                      </ActionIcon>
                      {!isClosed && (
                        <Button
                          size="compact-sm"
                          variant="subtle"
                          color="gray"
                          aria-label={`${t(code.validTo === OPEN_END ? 'end' : 'takeUp')}: ${name}`}
                          onClick={() => {
                            if (code.validTo === OPEN_END) props.onEnd(code);
                            else takeUp(code);
                          }}
                        >
                          {t(code.validTo === OPEN_END ? 'end' : 'takeUp')}
                        </Button>
                      )}
                    </Group>
                  </Table.Td>
                )}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Validity(props: { readonly code: Code; readonly isNow: boolean }) {
  const { code, isNow } = props;
  const { t } = useTranslation('codes');
  const formats = useFormats();
  if (code.validTo !== OPEN_END) {
    return (
      <Badge color={isNow ? 'orange' : 'gray'}>
        {t(isNow ? 'endsOn' : 'endedOn', { day: formats.day(code.validTo) })}
      </Badge>
    );
  }
  return isNow ? (
    t('sinceDay', { day: formats.day(code.validFrom) })
  ) : (
    <Badge>{t('fromDay', { day: formats.day(code.validFrom) })}</Badge>
  );
}
