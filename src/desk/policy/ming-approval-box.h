/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "../ming-archive.h"
#include "policy/ming-pack.h"

G_BEGIN_DECLS

#define MING_TYPE_APPROVAL_BOX (ming_approval_box_get_type ())
G_DECLARE_FINAL_TYPE (MingApprovalBox, ming_approval_box, MING, APPROVAL_BOX, GtkBox)

/**
 * MingApprovalBox: who answers for a policy pack (提交、复核), and where two people say so. Names are as they
 * are typed. "changed" is emitted after each of them.
 */
GtkWidget *ming_approval_box_new (MingArchive *archive);

/** @pack: (nullable): the version that is approved or not, down to its bytes */
void ming_approval_box_set_pack (MingApprovalBox *self, MingPack *pack);

G_END_DECLS
