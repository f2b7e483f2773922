/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ming-cli.h"

G_BEGIN_DECLS

extern const MingCommand ming_command_estimate;
extern const MingCommand ming_command_year;
extern const MingCommand ming_command_life;
extern const MingCommand ming_command_guide;
extern const MingCommand ming_command_report;
extern const MingCommand ming_command_receipt;
extern const MingCommand ming_command_replay;
extern const MingCommand ming_command_policy_list;
extern const MingCommand ming_command_policy_show;
extern const MingCommand ming_command_policy_check;
extern const MingCommand ming_command_policy_coverage;
extern const MingCommand ming_command_policy_diff;
extern const MingCommand ming_command_policy_submit;
extern const MingCommand ming_command_policy_approve;
extern const MingCommand ming_command_policy_approvals;
extern const MingCommand ming_command_region;
extern const MingCommand ming_command_store_search;
extern const MingCommand ming_command_store_receipt;
extern const MingCommand ming_command_store_verify;
extern const MingCommand ming_command_store_backup;
extern const MingCommand ming_command_store_restore;
extern const MingCommand ming_command_store_export;
extern const MingCommand ming_command_store_purge;
extern const MingCommand ming_command_store_retention;
extern const MingCommand ming_command_store_passphrase;

G_END_DECLS
