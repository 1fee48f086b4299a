import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch as useAddress } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { isEmptyQuery, LONGEST_QUERY, readQuery } from '#shared/domain/search/search-query.ts';

import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Results } from './results.tsx';

const PAUSE_MS = 250;

/** All results for a text, by kind, with the text in the address so that it can be kept and gone back to. */
export function SearchPage() {
  const { t } = useTranslation('search');
  const { q } = useAddress({ from: '/search' });
  const isEmpty = isEmptyQuery(readQuery(q));
  return (
    <Page title={t('title')} description={t('description')}>
      <SearchField text={q} />
      {isEmpty ? (
        <EmptyState icon={<IconSearch size={22} />} title={t('empty')} text={t('emptyText')} />
      ) : (
        <Results key={q} text={q} />
      )}
    </Page>
  );
}

function SearchField(props: { readonly text: string }) {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const [typed, setTyped] = useState(props.text);
  const look = useDebouncedCallback((q: string) => {
    void navigate({ to: '/search', search: { q }, replace: true });
  }, PAUSE_MS);
  // Another way to this page, such as the palette, brings another text.
  useEffect(() => {
    setTyped((now) => (now.trim() === props.text ? now : props.text));
  }, [props.text]);
  return (
    <TextInput
      mb="md"
      type="search"
      autoFocus
      label={t('fieldLabel')}
      maxLength={LONGEST_QUERY}
      autoComplete="off"
      spellCheck={false}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        look(event.currentTarget.value.trim());
      }}
    />
  );
}
