"use client";

import { useState } from "react";
import { valueFor } from "./templates";
import type { BenchFinding, BenchItem } from "./types";

/** The items of a rejection as they are collected, and the one that is being written. */
export function useItems() {
  const [items, setItems] = useState<readonly BenchItem[]>([]);
  const [editing, setEditing] = useState<BenchItem | null>(null);

  const fresh = (target: string) => `${target}#${items.length}`;
  function collect(target: string, targetLabel: string, value = "") {
    const known = items.find((item) => item.target === target);
    const blank = { key: fresh(target), code: "", target, targetLabel, suggestion: "" };
    setEditing(known ?? { ...blank, value: valueFor(target, value) });
  }
  /** A finding is an item already: reason, place and what to do. */
  function use(finding: Pick<BenchFinding, "target" | "targetLabel" | "rejection" | "text">) {
    const { target, targetLabel, rejection, text } = finding;
    const code = rejection ?? "";
    const known = items.find((item) => item.target === target && item.code === code);
    setEditing(known ?? { key: fresh(target), code, target, targetLabel, suggestion: text, value: "" });
  }
  function keep(item: BenchItem) {
    setItems((list) => [...list.filter(({ key }) => key !== item.key), item]);
    setEditing(null);
  }
  const remove = (key: string) => setItems((list) => list.filter((item) => item.key !== key));
  return { items, editing, collect, use, keep, edit: setEditing, remove };
}
