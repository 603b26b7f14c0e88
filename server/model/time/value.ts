/**
 * Time as service standards and agents speak of it. Calendar days and working days are different units, and so are
 * months and rings of the telephone: nothing here knows how many of one make the other.
 */
export type TimeValue = Duration | Deadline;

export type Unit =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "week"
  | "month"
  | "year"
  | "working-hour"
  | "working-day"
  | "ring";

/** How long: 30分钟 has the same `min` and `max`, 3到5天 has two, and 三十多分钟 has the `max` Infinity. */
export interface Length {
  readonly min: number;
  readonly max: number;
  readonly unit: Unit;
  /** Said with 左右, 大约 or about. */
  readonly approximate: boolean;
}

/** A stretch of time, counted from where it is said or from its anchor. */
export interface Duration extends Length {
  readonly kind: "duration";
  /** 30分钟 is `lasting`, 30分钟内 is `within`, 30分钟后 is `after`. */
  readonly relation: "lasting" | "within" | "after";
  readonly anchor?: Anchor;
}

/** The event that a time is counted from, in the words of the source: 通知 in 通知后20分钟内, `the call` in `within 20 minutes of the call`. */
export type Anchor =
  | {
      readonly side: "after";
      readonly event: string;
      /** The event to count from where the first does not occur: 饮料上好后4分钟内，或入座后. */
      readonly otherwise?: string;
    }
  /** 上门前30分钟, 30 minutes before arrival. */
  | { readonly side: "before"; readonly event: string };

/** A point of the calendar or the clock, or the last moment for something. At least one of `day` and `time` is there. */
export interface Deadline {
  readonly kind: "deadline";
  /**
   * `at`: then. `by`: then at the latest, and the day that is named still counts: by Friday. `before`: earlier than the
   * day or part of the day that is named: 周五前. A point of the clock has nothing inside that could still count, so
   * 今天17点前 and by 5 pm today are both `by`.
   */
  readonly bound: "at" | "by" | "before";
  readonly day?: Day;
  readonly time?: TimeOfDay;
  /** Only with `same-day` and `next-day`: 付款后次日, the day after purchase. */
  readonly anchor?: Anchor;
}

export type Day =
  /** 今天 is 0, 明天 1, 后天 2, 大后天 3. */
  | { readonly kind: "from-today"; readonly days: 0 | 1 | 2 | 3 }
  /** 当天: the day of the event that the talk is about. */
  | { readonly kind: "same-day" }
  /** 次日, 下一个工作日. */
  | { readonly kind: "next-day"; readonly unit: "day" | "working-day" }
  /** T+1. Without `unit` it is left to the organisation whether working days are meant. */
  | { readonly kind: "t-plus"; readonly days: number; readonly unit?: "day" | "working-day" }
  /** Monday is 1. 本周五 is of this week, 下周五 of the next, 周五 the nearest to come. */
  | { readonly kind: "weekday"; readonly weekday: Weekday; readonly week: "this" | "next" | "nearest" }
  /** 3月15日, 下月15日; without `month` it is the nearest such day: 15号. */
  | { readonly kind: "date"; readonly year?: number; readonly month?: number | "this" | "next"; readonly day: number }
  /** 本周, 下月底. The offset 1 is the next one. A deadline by the end of a period is one by the whole period. */
  | { readonly kind: "period"; readonly of: Period; readonly offset: 0 | 1; readonly edge: "whole" | "start" | "end" }
  /** 当场: before the talk is over. */
  | { readonly kind: "on-the-spot" };

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export type Period = "week" | "weekend" | "month" | "quarter" | "year";

export type TimeOfDay =
  | Clock
  /** 9点到11点: somewhere between the two. */
  | { readonly kind: "window"; readonly from: Clock; readonly to: Clock }
  | { readonly kind: "part"; readonly part: PartOfDay }
  /** When work ends: 下班, close of business. */
  | { readonly kind: "close" };

export type PartOfDay = "morning" | "noon" | "afternoon" | "evening";

/** Hours run from 0 to 24. */
export interface Clock {
  readonly kind: "clock";
  readonly hour: number;
  readonly minute: number;
  /** The half of the day was not said: 5点 may be 17:00. */
  readonly twelveHour: boolean;
}

/** A deadline in its one form: what two ways of saying make the same is the same value. */
export function deadline(
  said: Deadline["bound"],
  { day, time, anchor }: Pick<Deadline, "day" | "time" | "anchor">,
): Deadline {
  let bound = said;
  let named = day;
  if (bound === "before" && (isPoint(time) || (day?.kind === "period" && day.edge !== "whole"))) bound = "by";
  if (bound === "by" && named?.kind === "period" && named.edge === "end") named = { ...named, edge: "whole" };
  if (named?.kind === "on-the-spot") bound = "by";
  return {
    kind: "deadline",
    bound,
    ...(named && { day: named }),
    ...(time && { time }),
    ...(anchor && { anchor }),
  };
}

/** Whether a time of the day is a moment, not a stretch. */
function isPoint(time: TimeOfDay | undefined): boolean {
  return time !== undefined && (time.kind !== "part" || time.part === "noon");
}
