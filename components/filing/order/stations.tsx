import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Track } from "@/components/ui/track";
import type { StationView } from "@/lib/usecases/orders/views/stations";

/** The five stations of an order with a note under the one it is at. */
export function Stations({ stations, note }: { stations: readonly StationView[]; note?: ReactNode }) {
  const t = useTranslations("orders");
  return (
    <Track
      label={t("stations")}
      stations={stations.map(({ id, state }) => ({
        id,
        state,
        label: t(`station.${id}`),
        ...(state !== "done" && state !== "todo" && note ? { note } : {}),
      }))}
    />
  );
}
