import { Button, ButtonLink } from "@/components/ui/button";

type Props = { term: string; words: { label: string; hint: string; find: string; clear: string } };

/** A plain form: what is looked for stands in the address, and Back just works. */
export function AccountSearch({ term, words }: Props) {
  return (
    <form action="/review/accounts" className="flex flex-wrap items-center gap-2 px-4 py-3 sm:px-6">
      <input
        name="q"
        type="search"
        data-search
        defaultValue={term}
        maxLength={100}
        aria-label={words.label}
        placeholder={words.hint}
        className="h-9 min-w-0 flex-1 basis-72 rounded-control border border-control bg-surface px-3"
      />
      <Button type="submit">{words.find}</Button>
      {term !== "" && (
        <ButtonLink href="/review/accounts" variant="quiet">
          {words.clear}
        </ButtonLink>
      )}
    </form>
  );
}
