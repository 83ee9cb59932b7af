"use client";

import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Menu } from "@/components/ui/menu";
import { PLACES, type Place } from "./nav";

/** Where one is; a menu when there is somewhere else to be. */
export function PlaceSwitch({ place, places }: { place: Place; places: readonly Place[] }) {
  const t = useTranslations("shell");
  const others = places.filter((one) => one !== place);
  if (others.length === 0) return <span className="truncate text-muted">{t(`place.${place}`)}</span>;
  return (
    <Menu
      align="start"
      className="min-w-0"
      trigger={
        <button
          type="button"
          className="inline-flex h-9 min-w-0 items-center gap-1 rounded-control px-2 hover:bg-accent-wash hover:text-accent"
        >
          <span className="sr-only">{t("placeSwitch")} </span>
          <span className="truncate">{t(`place.${place}`)}</span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
        </button>
      }
      entries={others.map((one) => ({
        kind: "link",
        id: one,
        label: t(`place.${one}`),
        href: PLACES[one],
      }))}
    />
  );
}
