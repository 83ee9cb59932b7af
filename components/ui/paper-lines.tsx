"use client";

import { useEffect } from "react";

const LEFT = "--paper-left";
const RIGHT = "--paper-right";

/**
 * What each printed page of this page carries in its upper margin, left and right; print.css places it. Set by script:
 * the policy for styles allows no attribute, and a style element of a later navigation has another page's nonce.
 */
export function PaperLines({ left, right }: { left: string; right: string }) {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty(LEFT, JSON.stringify(left));
    style.setProperty(RIGHT, JSON.stringify(right));
    return () => {
      style.removeProperty(LEFT);
      style.removeProperty(RIGHT);
    };
  }, [left, right]);
  return null;
}
