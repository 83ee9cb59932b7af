"use client";

import type { ReactNode } from "react";
import { ActButton, type ActButtonProps } from "@/components/ui/act-button";
import { useAccountWords } from "./account-words";

type Props = Pick<ActButtonProps, "action" | "input" | "ask" | "next"> & {
  children: ReactNode;
  /** Said when it is done. */
  said: string;
  look?: Pick<ActButtonProps, "variant" | "size">;
  /** A whole name where the words on the button do not say of what. */
  name?: string;
};

/** One step about the account by one click, refused in the words about accounts. */
export function Press({ children, said, look, name, ...step }: Props) {
  const { refusal } = useAccountWords();
  return <ActButton {...step} {...look} label={children} done={said} aria-label={name} refusal={refusal} />;
}
