"""Workbooks: what students fill in, as a script or as a notebook with its public cases as otter tests."""
