// Catches what a page throws, so that the rest goes on. Another address gets another try.
import { Component, type ComponentType, type ReactNode } from 'react';

interface PageBoundaryProps {
  /** Of the address. */
  resetKey: string;
  Broken: ComponentType<{ error: unknown }>;
  children: ReactNode;
}

interface PageBoundaryState {
  failed: { error: unknown } | null;
  resetKey: string;
}

export class PageBoundary extends Component<PageBoundaryProps, PageBoundaryState> {
  override state: PageBoundaryState = { failed: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<PageBoundaryState> {
    return { failed: { error } };
  }

  static getDerivedStateFromProps({ resetKey }: PageBoundaryProps, state: PageBoundaryState): PageBoundaryState | null {
    return state.resetKey === resetKey ? null : { failed: null, resetKey };
  }

  override render(): ReactNode {
    const { Broken, children } = this.props;
    const { failed } = this.state;
    return failed === null ? children : <Broken error={failed.error} />;
  }
}
