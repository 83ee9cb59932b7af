import { Button } from "@/components/ui/button";

type Props = {
  view: string;
  current: string;
  provinces: readonly { readonly code: string; readonly name: string }[];
  words: { label: string; all: string; filter: string };
};

/** A plain form: what is chosen stands in the address, and Back just works. */
export function ProvinceFilter({ view, current, provinces, words }: Props) {
  return (
    <form action="/review/inspections" className="flex flex-wrap items-center gap-2 px-4 py-3 sm:px-6">
      <input type="hidden" name="view" value={view} />
      <select
        name="province"
        defaultValue={current}
        aria-label={words.label}
        className="h-9 min-w-0 basis-48 rounded-control border border-control bg-surface px-3"
      >
        <option value="">{words.all}</option>
        {provinces.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <Button type="submit">{words.filter}</Button>
    </form>
  );
}
