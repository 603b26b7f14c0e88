/** Words behind a time. What follows may make another word of them: 前台, 后悔, 内容; but 前|提交, 后|来电, 内|部署. */
export const BEFORE = /(?:之前|以前|前)(?![台面往期端途去任辈]|提(?![交供出醒])|来(?![电访店取]))/y;
export const INSIDE = /(?:之内|以内|内)(?!容|部(?!署))/y;
export const LATER = /(?:之后|以后|后)(?![悔台果勤]|来(?![电取访店])|续(?![期费约保租]))/y;
