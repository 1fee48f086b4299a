import { Button, Checkbox, Fieldset, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SegmentChoice } from '#shared/contract/actions.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useRefused } from '../../../client/refused-field.ts';
import { useFormats } from '../../../ui/formats.ts';
import { useStretchWords } from '../../../ui/stretch-words.ts';
import { AddressField } from '../../territory/index.ts';
import { StretchMap } from './stretch-map.tsx';
import classes from './stretches.module.css';
import type { ChosenStreet, StretchChoice } from './use-stretch-choice.ts';

/** The stretches of a dossier, street by street, on a map and to tick; and a further street. */
export function StretchFields(props: {
  readonly choice: StretchChoice;
  /** Whether the neighbourhood is still to be chosen, where the first street goes through several. */
  readonly isNew: boolean;
  /** The action that keeps a stretch where it is. */
  readonly usedBy?: (segmentId: Id) => string | undefined;
}) {
  const { choice, isNew, usedBy } = props;
  const { t } = useTranslation('stretches');
  const refused = useRefused().text('segments');
  const { streets, areas } = choice;
  const areaName = useAreaName();
  const shown = useMemo(() => streets.flatMap(({ within }) => within), [streets]);
  return (
    <>
      {isNew && areas.size > 1 && (
        <NativeSelect
          label={t('area')}
          description={t('areaHint')}
          value={choice.area}
          data={[...areas].map(([value, segment]) => ({ value, label: areaName(segment) }))}
          onChange={(event) => {
            choice.setArea(event.currentTarget.value);
          }}
        />
      )}
      {streets.map((street) => (
        <StreetField
          key={street.id}
          street={street}
          error={[undefined, street.id].includes(choice.unchosen?.id) ? refused : undefined}
          choice={choice}
          usedBy={usedBy}
          isAlone={streets.length === 1 && !isNew}
        />
      ))}
      <StretchMap segments={shown} chosen={choice.chosen} className={classes.map} />
      {choice.isUnmapped && (
        <Text size="sm" role="status">
          {t('unmapped')}
        </Text>
      )}
      <FurtherStreet choice={choice} error={refused} />
    </>
  );
}

/** What a neighbourhood is called, or that a stretch lies outside of all. */
function useAreaName(): (segment: SegmentChoice) => string {
  const { t } = useTranslation('stretches');
  const formats = useFormats();
  return ({ neighbourhoodNameNl, neighbourhoodNameFr }) =>
    formats.name(neighbourhoodNameNl, neighbourhoodNameFr) || t('outside');
}

function StreetField(props: {
  readonly street: ChosenStreet;
  /** What is wrong with what is chosen of it, in words. */
  readonly error: string | undefined;
  readonly choice: StretchChoice;
  readonly usedBy: ((segmentId: Id) => string | undefined) | undefined;
  readonly isAlone: boolean;
}) {
  const { street, choice, usedBy } = props;
  const { t } = useTranslation('stretches');
  const formats = useFormats();
  const words = useStretchWords();
  const areaName = useAreaName();
  const { within, elsewhere } = street;
  const [any] = [...within, ...elsewhere];
  const name = any ? formats.name(any.streetNameNl, any.streetNameFr) : '';
  const isKept = within.some(({ id }) => usedBy?.(id) !== undefined);
  const areas = [...new Set(elsewhere.map(areaName))].join(', ');
  return (
    <Fieldset legend={name}>
      <Checkbox.Group
        aria-label={t('ofStreet', { street: name })}
        error={props.error}
        value={choice.chosen.filter((one) => within.some(({ id }) => id === one))}
        onChange={(ids) => {
          choice.choose(street, ids);
        }}
      >
        <Stack gap="xs">
          {within.map(({ id, number, lengthMetres }) => {
            const action = usedBy?.(id);
            return (
              <Checkbox
                key={id}
                value={id}
                label={words.within(number, lengthMetres)}
                disabled={action !== undefined}
                description={action === undefined ? undefined : t('usedBy', { action })}
              />
            );
          })}
        </Stack>
      </Checkbox.Group>
      <Group justify="space-between" wrap="nowrap" mt={within.length > 0 ? 'xs' : 0}>
        <Text size="xs" c="dimmed">
          {elsewhere.length === 0
            ? ''
            : t(within.length === 0 ? 'noneHere' : 'elsewhere', {
                count: elsewhere.length,
                area: areas,
              })}
        </Text>
        {!isKept && !props.isAlone && (
          <Button
            size="compact-xs"
            variant="subtle"
            flex="none"
            onClick={() => {
              choice.removeStreet(street.id);
            }}
          >
            {t('leaveOut', { street: name })}
          </Button>
        )}
      </Group>
    </Fieldset>
  );
}

/** The field for the first street, or for one more; it is empty again once a street is chosen. */
function FurtherStreet(props: {
  readonly choice: StretchChoice;
  /** What is wrong where no street is chosen, in words. */
  readonly error: string | undefined;
}) {
  const { choice } = props;
  const { t } = useTranslation('stretches');
  const [added, setAdded] = useState(0);
  const isFirst = choice.streets.length === 0;
  return (
    <AddressField
      key={added}
      label={t(isFirst ? 'street' : 'further')}
      required={isFirst}
      error={isFirst ? props.error : undefined}
      value={null}
      autoFocus={added > 0}
      onChange={(place) => {
        if (!place) return;
        choice.addStreet(place.streetId);
        setAdded(added + 1);
      }}
    />
  );
}
